package io.gasminer.c2pa.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Owns what an assertion {@code c2pa.metadata} may hold (specification, annex on metadata): the
 * fields, and the addresses that its context may give to their prefixes. Immutable.
 */
final class MetadataFields {
  private static final String RESOURCE = "metadata-fields.txt";

  /** Read when the first such assertion is met, as few files have one. */
  private static final class Known {
    static final MetadataFields FIELDS = read();
  }

  private final Map<String, Set<String>> addresses;
  private final Set<String> fields;

  private MetadataFields(Map<String, Set<String>> addresses, Set<String> fields) {
    this.addresses = addresses;
    this.fields = fields;
  }

  static MetadataFields known() {
    return Known.FIELDS;
  }

  /** Whether a field, with its prefix, is one of the annex. */
  boolean allows(String field) {
    return fields.contains(field);
  }

  /** Whether a prefix may stand for an address; one that the annex does not name may for any. */
  boolean allows(String prefix, String address) {
    return addresses.getOrDefault(prefix, Set.of(address)).contains(address);
  }

  private static MetadataFields read() {
    Map<String, Set<String>> addresses = new HashMap<>();
    Set<String> fields = new HashSet<>();
    for (String line : text().lines().filter(row -> !row.startsWith("#")).toList()) {
      String[] words = line.split(" ");
      addresses.put(words[0], Set.of(words[1].split(",")));
      for (int i = 2; i < words.length; i++) {
        fields.add(words[0] + ":" + words[i]);
      }
    }
    return new MetadataFields(Map.copyOf(addresses), Set.copyOf(fields));
  }

  private static String text() {
    try (InputStream in = MetadataFields.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the library was packed without " + RESOURCE);
      }
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
