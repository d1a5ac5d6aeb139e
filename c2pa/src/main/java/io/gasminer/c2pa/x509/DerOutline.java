package io.gasminer.c2pa.x509;

import java.util.Arrays;

/** Owns the outermost structure of a certificate in DER, whatever its fields hold. */
final class DerOutline {
  private static final int SEQUENCE = 0x30;

  private DerOutline() {}

  /**
   * The bytes of a field of what is signed.
   *
   * @throws IllegalArgumentException when the structure is another
   */
  static byte[] field(byte[] der, int index) {
    int signed = content(der, 0, der.length);
    int field = content(der, signed, end(der, 0, der.length));
    int limit = end(der, signed, der.length);
    for (int i = 0; i < index; i++) {
      field = end(der, field, limit);
    }
    return Arrays.copyOfRange(der, field, end(der, field, limit));
  }

  private static int content(byte[] der, int at, int limit) {
    if (at >= limit || (der[at] & 0xFF) != SEQUENCE) {
      throw new IllegalArgumentException("no sequence");
    }
    return contentOf(der, at, limit);
  }

  private static int contentOf(byte[] der, int at, int limit) {
    if (limit - at < 2) {
      throw new IllegalArgumentException("no element");
    }
    int length = der[at + 1] & 0xFF;
    return at + 2 + (length < 0x80 ? 0 : length & 0x7F);
  }

  private static int end(byte[] der, int at, int limit) {
    int content = contentOf(der, at, limit);
    long length = der[at + 1] & 0xFF;
    if (length >= 0x80) {
      length = 0;
      for (int i = at + 2; i < content && i < limit; i++) {
        length = length << 8 | der[i] & 0xFF;
      }
    }
    if (content > limit || content - at > 6 || length > limit - content) {
      throw new IllegalArgumentException("an element that does not fit");
    }
    return content + (int) length;
  }
}
