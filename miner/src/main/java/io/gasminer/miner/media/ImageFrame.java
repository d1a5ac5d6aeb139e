package io.gasminer.miner.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes an image whole, but keeps only a thinned-out copy of it. */
final class ImageFrame {
  // Far above what any model makes, and below what would cost minutes or gigabytes.
  private static final long MOST_PIXELS = 100_000_000;
  private static final int LONGEST_SIDE = 65_535;
  private static final int KEPT_SIDE = 512;

  private ImageFrame() {}

  static boolean opens(byte[] media) {
    return switch (ContentType.named(media).orElse("")) {
      case "image/webp" -> isWholeWebp(media);
      // CMYK images have no colour model in Java, and are as readable as any other.
      case "image/png", "image/jpeg", "image/gif" ->
          thinned(media).isPresent() || read(media, ImageFrame::raster).isPresent();
      default -> false;
    };
  }

  /** The image with every n-th pixel of every m-th row, if it decodes. */
  static Optional<BufferedImage> thinned(byte[] media) {
    return read(media, (reader, thinning) -> reader.read(0, thinning));
  }

  private static Object raster(ImageReader reader, ImageReadParam thinning) throws IOException {
    if (!reader.canReadRaster()) {
      throw new IIOException("neither an image nor a raster");
    }
    return reader.readRaster(0, thinning);
  }

  private interface Decoding<T> {
    T decode(ImageReader reader, ImageReadParam thinning) throws IOException;
  }

  private static <T> Optional<T> read(byte[] media, Decoding<T> decoding) {
    AtomicBoolean cutOff = new AtomicBoolean();
    try (ImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(media))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.addIIOReadWarningListener(
            (source, warning) -> {
              if (warning.contains("Truncated")) {
                cutOff.set(true);
              }
            });
        reader.setInput(input, true, true);
        T decoded = decoding.decode(reader, thinning(reader));
        return cutOff.get() ? Optional.empty() : Optional.of(decoded);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException undecodable) {
      // The platform's decoders answer hostile bytes with unchecked exceptions, too.
      return Optional.empty();
    }
  }

  private static ImageReadParam thinning(ImageReader reader) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (Math.max(width, height) > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
      throw new IIOException("too large to be what a model made");
    }
    ImageReadParam thinning = reader.getDefaultReadParam();
    thinning.setSourceSubsampling(
        Math.max(1, width / KEPT_SIDE), Math.max(1, height / KEPT_SIDE), 0, 0);
    return thinning;
  }

  private static boolean isWholeWebp(byte[] media) {
    long claimed = Field.little(media, 4, 4);
    return claimed <= media.length - 8L && PixelSize.of(media).isPresent();
  }
}
