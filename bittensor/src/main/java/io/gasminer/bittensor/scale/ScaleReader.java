package io.gasminer.bittensor.scale;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Owns the place in a run of bytes, and the reading of what SCALE is made of. Everything it returns
 * was there; numbers that could be written shorter are refused. Not thread-safe.
 */
public final class ScaleReader {
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] source;
  private int at;

  /** Reads the array from its beginning; it is not copied. */
  public ScaleReader(byte[] source) {
    this.source = source;
  }

  /** Where the next byte lies. */
  public int offset() {
    return at;
  }

  /** How many bytes are left. */
  public int remaining() {
    return source.length - at;
  }

  /** A fault at the present place. */
  public MalformedScale malformed(String reason) {
    return new MalformedScale(reason, at);
  }

  /** One byte, 0 to 255. */
  public int u8() throws MalformedScale {
    return source[step(1)] & 0xFF;
  }

  /** Two bytes, 0 to 65535. */
  public int u16() throws MalformedScale {
    return (short) SHORTS.get(source, step(2)) & 0xFFFF;
  }

  /** Four bytes, 0 to 2³² − 1. */
  public long u32() throws MalformedScale {
    return (int) INTS.get(source, step(4)) & 0xFFFF_FFFFL;
  }

  /** Eight bytes, as they are. */
  public long bits64() throws MalformedScale {
    return (long) LONGS.get(source, step(8));
  }

  /** As many bytes as an integer, lowest first, with or without a sign. */
  public BigInteger integer(int width, boolean signed) throws MalformedScale {
    int start = step(width);
    byte[] highestFirst = new byte[width];
    for (int i = 0; i < width; i++) {
      highestFirst[i] = source[start + width - 1 - i];
    }
    return signed ? new BigInteger(highestFirst) : new BigInteger(1, highestFirst);
  }

  /** As many bytes. */
  public byte[] bytes(int length) throws MalformedScale {
    int start = step(length);
    return Arrays.copyOfRange(source, start, start + length);
  }

  /** Passes over as many bytes. */
  public void skip(int length) throws MalformedScale {
    step(length);
  }

  /** A compact number of any size, up to 2⁵³⁶ − 1. */
  public BigInteger compact() throws MalformedScale {
    int start = at;
    if (at < source.length && (source[at] & 3) != 3) {
      return BigInteger.valueOf(compactSmall());
    }
    int width = (u8() >> 2) + 4;
    BigInteger value = integer(width, false);
    if (value.bitLength() <= 8 * (width - 1) || value.bitLength() <= 30) {
      throw new MalformedScale("a compact number that is longer than needed", start);
    }
    return value;
  }

  /** A compact number below 2³²; a larger one is refused. */
  public long compactU32() throws MalformedScale {
    int start = at;
    if (at < source.length && (source[at] & 3) != 3) {
      return compactSmall();
    }
    BigInteger value = compact();
    if (value.bitLength() > Integer.SIZE) {
      throw new MalformedScale("a number over 32 bits", start);
    }
    return value.longValue();
  }

  /** A count of elements that take a byte at least, each: more of them than bytes left is a lie. */
  public int count() throws MalformedScale {
    int start = at;
    long count = compactU32();
    if (count > remaining()) {
      throw new MalformedScale(
          "announces " + count + ", and " + remaining() + " bytes follow", start);
    }
    return (int) count;
  }

  /** A length and text in UTF-8. */
  public String text() throws MalformedScale {
    int length = count();
    if (length == 0) {
      return "";
    }
    int start = step(length);
    String text = new String(source, start, length, StandardCharsets.UTF_8);
    // The quick way replaces what is no UTF-8; only then the strict way has to be asked.
    if (text.indexOf('\uFFFD') >= 0) {
      refuseUnlessUtf8(start, length);
    }
    return text;
  }

  private long compactSmall() throws MalformedScale {
    int start = at;
    long value;
    long least;
    switch (source[at] & 3) {
      case 0 -> {
        return u8() >> 2;
      }
      case 1 -> {
        value = u16() >> 2;
        least = 1 << 6;
      }
      default -> {
        value = u32() >> 2;
        least = 1 << 14;
      }
    }
    if (value < least) {
      throw new MalformedScale("a compact number that is longer than needed", start);
    }
    return value;
  }

  private void refuseUnlessUtf8(int start, int length) throws MalformedScale {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(source, start, length));
    } catch (CharacterCodingException notText) {
      throw new MalformedScale("text that is not UTF-8", start);
    }
  }

  private int step(int length) throws MalformedScale {
    if (length < 0 || length > source.length - at) {
      throw new MalformedScale("ends where " + length + " more bytes are due", at);
    }
    int start = at;
    at += length;
    return start;
  }
}
