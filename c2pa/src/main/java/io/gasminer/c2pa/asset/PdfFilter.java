package io.gasminer.c2pa.asset;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Owns the undoing of the compression of cross-reference and object streams: Flate, with the PNG
 * predictors or none (ISO 32000-1 §7.4.4).
 */
final class PdfFilter {
  private static final int LARGEST = 8 * 1024 * 1024;
  private static final int WIDEST_ROW = 64 * 1024;

  private PdfFilter() {}

  /** The plain bytes of a stream with that dictionary. */
  static byte[] plain(PdfValue.Dictionary dictionary, byte[] raw) throws DamagedAsset {
    Optional<PdfValue> filter = dictionary.get("Filter").map(PdfFilter::only);
    if (filter.isEmpty()) {
      return raw;
    }
    if (!filter.get().equals(new PdfValue.Name("FlateDecode"))) {
      throw new DamagedAsset("a PDF stream that is compressed in another way than Flate");
    }
    byte[] inflated = inflated(raw);
    Optional<PdfValue> parameters = dictionary.get("DecodeParms").map(PdfFilter::only);
    return parameters.orElse(new PdfValue.Other()) instanceof PdfValue.Dictionary chosen
            && chosen.whole("Predictor").orElse(1L) >= 10
        ? predicted(inflated, chosen)
        : inflated;
  }

  private static PdfValue only(PdfValue value) {
    return value instanceof PdfValue.Items items && items.values().size() == 1
        ? items.values().getFirst()
        : value;
  }

  private static byte[] inflated(byte[] raw) throws DamagedAsset {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(raw);
      ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length);
      byte[] piece = new byte[8192];
      while (!inflater.finished()) {
        int length = inflater.inflate(piece);
        if (length == 0) {
          throw new DamagedAsset("a compressed PDF stream that ends early");
        }
        out.write(piece, 0, length);
        if (out.size() > LARGEST) {
          throw new DamagedAsset("a compressed PDF stream that grows too large");
        }
      }
      return out.toByteArray();
    } catch (DataFormatException malformed) {
      throw new DamagedAsset("a PDF stream whose compression is malformed");
    } finally {
      inflater.end();
    }
  }

  private static byte[] predicted(byte[] data, PdfValue.Dictionary parameters) throws DamagedAsset {
    long bits =
        parameters.whole("Colors").orElse(1L) * parameters.whole("BitsPerComponent").orElse(8L);
    long columns = parameters.whole("Columns").orElse(1L);
    if (bits < 1 || bits > 64 || columns < 1 || columns > WIDEST_ROW) {
      throw new DamagedAsset("a PDF predictor with numbers that make no sense");
    }
    int pixel = (int) Math.max(1, bits / 8);
    int row = (int) ((bits * columns + 7) / 8);
    byte[] before = new byte[row];
    ByteArrayOutputStream out = new ByteArrayOutputStream(data.length);
    for (int at = 0; at + 1 + row <= data.length; at += 1 + row) {
      byte[] line = new byte[row];
      for (int i = 0; i < row; i++) {
        int left = i < pixel ? 0 : line[i - pixel] & 0xFF;
        int corner = i < pixel ? 0 : before[i - pixel] & 0xFF;
        line[i] = (byte) (data[at + 1 + i] + guess(data[at], left, before[i] & 0xFF, corner));
      }
      out.writeBytes(line);
      before = line;
    }
    return out.toByteArray();
  }

  /** What a PNG filter adds (ISO/IEC 15948 §9). */
  private static int guess(int filter, int left, int up, int corner) throws DamagedAsset {
    return switch (filter) {
      case 0 -> 0;
      case 1 -> left;
      case 2 -> up;
      case 3 -> (left + up) / 2;
      case 4 -> paeth(left, up, corner);
      default -> throw new DamagedAsset("a PNG filter of no known kind in a PDF");
    };
  }

  private static int paeth(int left, int up, int corner) {
    int toLeft = Math.abs(up - corner);
    int toUp = Math.abs(left - corner);
    int toCorner = Math.abs(left + up - 2 * corner);
    if (toLeft <= toUp && toLeft <= toCorner) {
      return left;
    }
    return toUp <= toCorner ? up : corner;
  }
}
