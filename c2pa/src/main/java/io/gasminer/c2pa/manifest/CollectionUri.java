package io.gasminer.c2pa.manifest;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Owns the way to a file of a collection, from the folder down. Signers write file names as they
 * are or with percent signs, as URIs have them; both are tried and both must stay in the folder.
 *
 * @param ways the names of folders and of the file, for each reading of the URI
 */
record CollectionUri(List<List<String>> ways) {
  private static final int LONGEST = 1024;
  private static final int LONGEST_SHOWN = 120;

  CollectionUri {
    ways = ways.stream().map(List::copyOf).toList();
  }

  /** The ways that a URI tells; empty where one would leave the folder or is no relative URI. */
  static Optional<CollectionUri> of(String uri) {
    if (uri.length() > LONGEST) {
      return Optional.empty();
    }
    Optional<List<String>> plain = names(uri);
    Optional<String> decoded = decoded(uri);
    if (plain.isEmpty() || decoded.isEmpty() || decoded.get().equals(uri)) {
      return plain.map(names -> new CollectionUri(List.of(names)));
    }
    return names(decoded.get()).map(names -> new CollectionUri(List.of(plain.get(), names)));
  }

  /** The URI as it may stand in a report: short, and without characters that steer terminals. */
  static String shown(String uri) {
    String start = uri.substring(0, Math.min(LONGEST_SHOWN, uri.length()));
    return start.replaceAll("[^\\p{L}\\p{N}\\p{P}\\p{S} ]", "?");
  }

  private static Optional<List<String>> names(String path) {
    boolean relative =
        path.indexOf('\\') < 0 && path.indexOf('\0') < 0 && !path.matches("[A-Za-z][\\w+.-]*:.*");
    List<String> names = List.of(path.split("/", -1));
    boolean within =
        names.stream().noneMatch(name -> name.isEmpty() || name.equals(".") || name.equals(".."));
    return relative && within ? Optional.of(names) : Optional.empty();
  }

  /** Without its percent signs; empty where they are no encoding of text. */
  private static Optional<String> decoded(String uri) {
    byte[] bytes = uri.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '%') {
        out.write(bytes[i]);
        continue;
      }
      int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        return Optional.empty();
      }
      out.write(high << 4 | low);
      i += 2;
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(out.toByteArray()))
              .toString());
    } catch (CharacterCodingException binary) {
      return Optional.empty();
    }
  }
}
