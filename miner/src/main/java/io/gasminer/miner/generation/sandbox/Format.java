package io.gasminer.miner.generation.sandbox;

import io.gasminer.miner.task.Modality;
import java.util.Locale;

/** The kinds of file that the sandbox makes. */
enum Format {
  PNG("image/png"),
  JPEG("image/jpeg"),
  MP4("video/mp4");

  private final String contentType;

  Format(String contentType) {
    this.contentType = contentType;
  }

  String contentType() {
    return contentType;
  }

  /** What the caller asked for where it can be had; else what is usual. */
  static Format wanted(Modality modality, Object asked) {
    if (modality == Modality.VIDEO) {
      return MP4;
    }
    return switch (asked.toString().toLowerCase(Locale.ROOT)) {
      case "jpg", "jpeg", "image/jpeg" -> JPEG;
      default -> PNG;
    };
  }

  byte[] written(Painting painting, Studio studio) throws InterruptedException {
    return switch (this) {
      case PNG -> PngFile.of(painting, studio);
      case JPEG -> JpegFile.of(painting, studio);
      case MP4 -> FilmFile.of(painting, studio);
    };
  }
}
