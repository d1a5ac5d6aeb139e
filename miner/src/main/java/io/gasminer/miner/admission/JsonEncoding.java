package io.gasminer.miner.admission;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Owns how the bytes of a JSON text become characters: UTF-8, 16 or 32, with or without a mark.
 *
 * <p>RFC 4627, section 3: the pattern of zero bytes at the beginning tells the encoding.
 */
final class JsonEncoding {
  private JsonEncoding() {}

  /** The text; throws when the bytes are none in the encoding that they begin with. */
  static String decode(byte[] bytes) throws CharacterCodingException {
    String text =
        of(bytes)
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes))
            .toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Charset of(byte[] bytes) {
    int a = at(bytes, 0);
    int b = at(bytes, 1);
    int c = at(bytes, 2);
    int d = at(bytes, 3);
    if (a == 0xff && b == 0xfe) {
      return c == 0 && d == 0 ? StandardCharsets.UTF_32LE : StandardCharsets.UTF_16LE;
    }
    if (a == 0xfe && b == 0xff) {
      return StandardCharsets.UTF_16BE;
    }
    if (a == 0 && b >= 0) {
      return b == 0 ? StandardCharsets.UTF_32BE : StandardCharsets.UTF_16BE;
    }
    if (a > 0 && b == 0) {
      return c == 0 && d == 0 ? StandardCharsets.UTF_32LE : StandardCharsets.UTF_16LE;
    }
    return StandardCharsets.UTF_8;
  }

  private static int at(byte[] bytes, int index) {
    return index < bytes.length ? bytes[index] & 0xff : -1;
  }
}
