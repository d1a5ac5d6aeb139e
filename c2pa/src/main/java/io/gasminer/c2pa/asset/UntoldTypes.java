package io.gasminer.c2pa.asset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Owns the types that the validators' table of magic bytes does not have, by what their first bytes
 * say all the same.
 */
final class UntoldTypes {
  private static final int BEGINNING = 16 * 1024;
  private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

  private UntoldTypes() {}

  static MediaType of(Source source) throws IOException {
    if (source.has(0, "%PDF-")) {
      return MediaType.PDF;
    }
    if (source.has(0, JpegXl.SIGNATURE)) {
      return MediaType.JPEG_XL;
    }
    if (source.has(0, "II+\0") || source.has(0, "MM\0+")) {
      return MediaType.BIG_TIFF;
    }
    if (source.has(0, "OTTO")) {
      return MediaType.OTF;
    }
    if (source.has(0, "\0\1\0\0") || source.has(0, "true")) {
      return MediaType.TTF;
    }
    if (source.has(4, "jumb") && source.has(12, "jumdc2pa")) {
      return MediaType.STORE;
    }
    return isSvg(source) ? MediaType.SVG : MediaType.UNKNOWN;
  }

  /** Behind a declaration, comments and a document type the root stands. */
  private static boolean isSvg(Source source) throws IOException {
    int length = (int) Math.min(BEGINNING, source.size());
    String beginning = new String(source.read(0, length), StandardCharsets.ISO_8859_1);
    int first = beginning.indexOf('<');
    String before = beginning.substring(0, Math.max(0, first));
    try {
      return first >= 0
          && (before.isBlank() || before.equals(BYTE_ORDER_MARK))
          && new SvgWalk(beginning).root().filter("svg"::equals).isPresent();
    } catch (DamagedAsset noXml) {
      return false;
    }
  }
}
