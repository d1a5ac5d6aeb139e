package io.gasminer.miner.media;

import io.gasminer.miner.task.Modality;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import org.jcodec.common.model.Picture;

/**
 * Owns 256 bits that look alike for media that look alike, as the validators' duplicate check does.
 *
 * <p>The picture is shrunk to 64×64 grey values; a bit tells whether one of the 16×16 lowest
 * frequencies of their cosine transform lies above the median. The shrinking is plainer than the
 * validators', so distances are near theirs, not equal to them.
 */
public final class PerceptualHash {
  private static final int GRID = 64;
  private static final int KEPT = 16;
  private static final double[][] COSINES = cosines();

  private final BitSet bits;

  private PerceptualHash(BitSet bits) {
    this.bits = bits;
  }

  /** The hash of an image, or of the first frame of a video; empty where it cannot be decoded. */
  public static Optional<PerceptualHash> of(byte[] media, Modality modality) {
    if (modality == Modality.VIDEO) {
      return VideoFrame.first(media).map(PerceptualHash::ofLuminance);
    }
    return ImageFrame.thinned(media).map(PerceptualHash::ofImage);
  }

  /** In how many of the 256 bits two hashes differ. */
  public int distance(PerceptualHash other) {
    BitSet difference = (BitSet) bits.clone();
    difference.xor(other.bits);
    return difference.cardinality();
  }

  private static PerceptualHash ofLuminance(Picture picture) {
    byte[] plane = picture.getPlaneData(0);
    int stride = picture.getWidth();
    return of(
        picture.getCroppedWidth(),
        picture.getCroppedHeight(),
        (x, y) -> plane[y * stride + x] + 128);
  }

  private static PerceptualHash ofImage(BufferedImage image) {
    return of(
        image.getWidth(),
        image.getHeight(),
        (x, y) -> {
          int rgb = image.getRGB(x, y);
          return (299 * (rgb >> 16 & 0xff) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff)) / 1000;
        });
  }

  private static PerceptualHash of(int width, int height, IntBinaryOperator grey) {
    double[] lowest = transform(shrink(width, height, grey));
    double[] sorted = lowest.clone();
    Arrays.sort(sorted);
    double median = (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    BitSet bits = new BitSet(KEPT * KEPT);
    for (int i = 0; i < lowest.length; i++) {
      bits.set(i, lowest[i] > median);
    }
    return new PerceptualHash(bits);
  }

  private static double[][] shrink(int width, int height, IntBinaryOperator grey) {
    double[][] small = new double[GRID][GRID];
    for (int row = 0; row < GRID; row++) {
      int top = row * height / GRID;
      int bottom = Math.max(top + 1, (row + 1) * height / GRID);
      for (int column = 0; column < GRID; column++) {
        int left = column * width / GRID;
        int right = Math.max(left + 1, (column + 1) * width / GRID);
        long sum = 0;
        for (int y = top; y < bottom; y++) {
          for (int x = left; x < right; x++) {
            sum += grey.applyAsInt(x, y);
          }
        }
        small[row][column] = (double) sum / ((bottom - top) * (right - left));
      }
    }
    return small;
  }

  private static double[] transform(double[][] small) {
    double[][] rows = new double[GRID][KEPT];
    double[] lowest = new double[KEPT * KEPT];
    for (int y = 0; y < GRID; y++) {
      for (int u = 0; u < KEPT; u++) {
        for (int x = 0; x < GRID; x++) {
          rows[y][u] += small[y][x] * COSINES[u][x];
        }
      }
    }
    for (int v = 0; v < KEPT; v++) {
      for (int u = 0; u < KEPT; u++) {
        for (int y = 0; y < GRID; y++) {
          lowest[v * KEPT + u] += rows[y][u] * COSINES[v][y];
        }
      }
    }
    return lowest;
  }

  private static double[][] cosines() {
    double[][] cosines = new double[KEPT][GRID];
    for (int frequency = 0; frequency < KEPT; frequency++) {
      for (int i = 0; i < GRID; i++) {
        cosines[frequency][i] = Math.cos(Math.PI * frequency * (2 * i + 1) / (2.0 * GRID));
      }
    }
    return cosines;
  }
}
