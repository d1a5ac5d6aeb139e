package io.gasminer.c2pa.x509;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Owns the anchor lists that come with the library, as facts. Immutable; a list is read each time
 * it is asked for.
 */
public enum AnchorList {
  /** What validators of subnet 34 trust, for claims and time-stamps alike. */
  SN34("sn34-anchors.txt"),
  /** The C2PA trust list: those who sign claims. */
  C2PA("c2pa-anchors.txt"),
  /** The C2PA time-stamping trust list. */
  C2PA_TIME("c2pa-time-anchors.txt");

  private final String resource;

  AnchorList(String resource) {
    this.resource = resource;
  }

  /**
   * Owns one anchor of a list.
   *
   * @param ends the last day of the certificate that stated it; an anchor itself never ends
   */
  public record Entry(TrustAnchor anchor, LocalDate ends) {}

  /** The anchors in their order, which is the order in which they are tried. */
  public List<TrustAnchor> anchors() {
    return entries().stream().map(Entry::anchor).toList();
  }

  /** The anchors in their order, with what else is known of each. */
  public List<Entry> entries() {
    Base64.Decoder base64 = Base64.getDecoder();
    List<Entry> entries = new ArrayList<>();
    for (String line : text().lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.strip().split(" ", 3);
      TrustAnchor anchor = new TrustAnchor(base64.decode(parts[0]), base64.decode(parts[1]));
      entries.add(new Entry(anchor, LocalDate.parse(parts[2])));
    }
    return List.copyOf(entries);
  }

  private String text() {
    try (InputStream in = AnchorList.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the library was packed without " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
