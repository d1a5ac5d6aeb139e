package io.gasminer.c2pa.asset;

import java.util.OptionalLong;

/**
 * Owns one indirect object of a PDF (ISO 32000-1 §7.3.10).
 *
 * @param content where the bytes of a stream begin
 */
record PdfObject(PdfValue.Reference id, PdfValue value, OptionalLong content) {
  PdfValue.Dictionary dictionary() throws DamagedAsset {
    if (value instanceof PdfValue.Dictionary dictionary) {
      return dictionary;
    }
    throw new DamagedAsset("a PDF object that is no dictionary");
  }
}
