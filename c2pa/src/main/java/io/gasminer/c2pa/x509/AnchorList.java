package io.gasminer.c2pa.x509;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Owns the reading of the anchor lists that come with the library: a line has the subject's name
 * and the public key, both DER in Base64, with a space between; {@code #} begins a comment.
 */
final class AnchorList {
  private AnchorList() {}

  static List<TrustAnchor> read(String resource) {
    List<TrustAnchor> anchors = new ArrayList<>();
    for (String line : text(resource).lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split(" ", 2);
      Base64.Decoder base64 = Base64.getDecoder();
      anchors.add(new TrustAnchor(base64.decode(parts[0]), base64.decode(parts[1].strip())));
    }
    return List.copyOf(anchors);
  }

  private static String text(String resource) {
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
