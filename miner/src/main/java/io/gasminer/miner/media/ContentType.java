package io.gasminer.miner.media;

import io.gasminer.miner.task.Modality;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Owns the MIME type that a delivery carries, found from magic bytes (wire protocol, section 3).
 */
public final class ContentType {
  private ContentType() {}

  /** The type that the first bytes name; the modality's usual one where they name none. */
  public static String of(byte[] bytes, Modality modality) {
    return named(bytes).orElse(modality == Modality.IMAGE ? "image/png" : "video/mp4");
  }

  /** The type that the first bytes name, if they name one that validators take. */
  public static Optional<String> named(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of("image/png");
    }
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of("image/jpeg");
    }
    if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
      return Optional.of("image/gif");
    }
    if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
      return Optional.of("image/webp");
    }
    if (head.startsWith("\u001aE\u00df\u00a3")) {
      return Optional.of("video/webm");
    }
    if (head.startsWith("ftyp", 4)) {
      return Optional.of(head.startsWith("qt  ", 8) ? "video/quicktime" : "video/mp4");
    }
    return Optional.empty();
  }
}
