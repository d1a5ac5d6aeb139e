package io.gasminer.miner.generation.sandbox;

import io.gasminer.miner.media.PixelSize;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes a painting as a JPEG; the whole picture is kept while it is written. */
final class JpegFile {
  private static final int STRIP = 64;
  private static final float QUALITY = 0.9f;

  private JpegFile() {}

  static byte[] of(Painting painting, Studio studio) throws InterruptedException {
    PixelSize size = painting.size();
    BufferedImage image =
        new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_3BYTE_BGR);
    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    List<Callable<Integer>> work = new ArrayList<>();
    for (int top = 0; top < size.height(); top += STRIP) {
      int from = top;
      work.add(() -> paint(painting, from, Math.min(size.height(), from + STRIP), pixels));
    }
    studio.all(work);
    return studio.<byte[]>all(List.of(() -> encoded(image))).getFirst();
  }

  private static int paint(Painting painting, int from, int to, byte[] pixels) {
    Painting.Brush brush = painting.at(0);
    int[] row = new int[painting.size().width()];
    int at = from * row.length * 3;
    for (int y = from; y < to; y++) {
      brush.row(y, row);
      for (int rgb : row) {
        pixels[at++] = (byte) rgb;
        pixels[at++] = (byte) (rgb >> 8);
        pixels[at++] = (byte) (rgb >> 16);
      }
    }
    return to;
  }

  private static byte[] encoded(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(jpeg)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(QUALITY);
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    } finally {
      writer.dispose();
    }
    return jpeg.toByteArray();
  }
}
