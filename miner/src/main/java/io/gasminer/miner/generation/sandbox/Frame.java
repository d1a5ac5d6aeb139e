package io.gasminer.miner.generation.sandbox;

import io.gasminer.miner.media.PixelSize;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Picture;

/**
 * Turns a moment of a painting into the planes that H.264 encodes (ITU-R BT.709, limited range).
 */
final class Frame {
  private Frame() {}

  /** The picture; width and height of the painting are even. */
  static Picture of(Painting painting, float moment) {
    PixelSize size = painting.size();
    int width = size.width();
    Picture picture = Picture.create(width, size.height(), ColorSpace.YUV420J);
    byte[] luminance = picture.getPlaneData(0);
    byte[] bluish = picture.getPlaneData(1);
    byte[] reddish = picture.getPlaneData(2);
    Painting.Brush brush = painting.at(moment);
    int[] upper = new int[width];
    int[] lower = new int[width];
    for (int y = 0; y < size.height(); y += 2) {
      brush.row(y, upper);
      brush.row(y + 1, lower);
      for (int x = 0; x < width; x++) {
        luminance[y * width + x] = luminance(upper[x]);
        luminance[(y + 1) * width + x] = luminance(lower[x]);
      }
      for (int x = 0; x < width; x += 2) {
        int red = sum(upper, lower, x, 16);
        int green = sum(upper, lower, x, 8);
        int blue = sum(upper, lower, x, 0);
        int at = y / 2 * (width / 2) + x / 2;
        // In jcodec a sample is kept as its distance from 128.
        bluish[at] = (byte) ((-26 * red - 86 * green + 112 * blue + 512) >> 10);
        reddish[at] = (byte) ((112 * red - 102 * green - 10 * blue + 512) >> 10);
      }
    }
    return picture;
  }

  private static byte luminance(int rgb) {
    int red = rgb >> 16 & 0xff;
    int green = rgb >> 8 & 0xff;
    int blue = rgb & 0xff;
    return (byte) (((47 * red + 157 * green + 16 * blue + 128) >> 8) + 16 - 128);
  }

  private static int sum(int[] upper, int[] lower, int x, int shift) {
    return (upper[x] >> shift & 0xff)
        + (upper[x + 1] >> shift & 0xff)
        + (lower[x] >> shift & 0xff)
        + (lower[x + 1] >> shift & 0xff);
  }
}
