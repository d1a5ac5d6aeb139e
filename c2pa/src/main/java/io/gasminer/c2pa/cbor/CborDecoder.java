package io.gasminer.c2pa.cbor;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Owns the decoding of one item that fills its range (RFC 8949). Refused: bytes after the item,
 * reserved heads, simple values but false, true and null, text that is not UTF-8, equal keys,
 * nesting beyond 128 and more than a million items. Indefinite lengths and heads longer than needed
 * are read, because signers use them.
 */
public final class CborDecoder {
  private static final int DEEPEST = 128;
  private static final int MOST_ITEMS = 1_000_000;
  private static final int INDEFINITE = 31;
  private static final int BREAK = 0xFF;

  private final byte[] source;
  private final int end;
  private int at;
  private int items;

  private CborDecoder(byte[] source, Span range) {
    this.source = source;
    this.at = range.offset();
    this.end = range.end();
  }

  /** Decodes the whole array. */
  public static Decoded decode(byte[] source) {
    return decode(source, new Span(0, source.length));
  }

  /** Decodes the range, which must lie within the source; spans refer to the source. */
  public static Decoded decode(byte[] source, Span range) {
    CborDecoder decoder = new CborDecoder(source, range);
    try {
      CborValue value = decoder.item(0);
      return decoder.at == decoder.end
          ? new Decoded.Item(value)
          : new Decoded.Malformed("bytes after the item", decoder.at);
    } catch (MalformedCbor malformed) {
      return malformed.outcome();
    }
  }

  /** Decodes the first item; bytes after it, such as padding, do not matter. */
  public static Decoded decodeFirst(byte[] source) {
    try {
      return new Decoded.Item(new CborDecoder(source, new Span(0, source.length)).item(0));
    } catch (MalformedCbor malformed) {
      return malformed.outcome();
    }
  }

  private CborValue item(int depth) throws MalformedCbor {
    int start = at;
    if (depth > DEEPEST) {
      throw new MalformedCbor("nested too deeply", start);
    }
    if (++items > MOST_ITEMS) {
      throw new MalformedCbor("too many items", start);
    }
    int head = next();
    int detail = head & 0x1F;
    return switch (head >> 5) {
      case 0 -> new CborInteger(unsigned(argument(detail)), from(start));
      case 1 -> new CborInteger(unsigned(argument(detail)).not(), from(start));
      case 2 -> new CborBytes(string(detail, 2), from(start));
      case 3 -> new CborText(text(string(detail, 3), start), from(start));
      case 4 -> array(detail, depth, start);
      case 5 -> map(detail, depth, start);
      case 6 -> new CborTag(argument(detail), item(depth + 1), from(start));
      default -> simple(detail, start);
    };
  }

  private CborValue array(int detail, int depth, int start) throws MalformedCbor {
    List<CborValue> content = new ArrayList<>();
    IntPredicate more = more(detail);
    while (more.test(content.size()) && !broke(detail)) {
      content.add(item(depth + 1));
    }
    return new CborArray(content, from(start));
  }

  private CborValue map(int detail, int depth, int start) throws MalformedCbor {
    List<CborMap.Entry> entries = new ArrayList<>();
    KeySet keys = new KeySet();
    IntPredicate more = more(detail);
    while (more.test(entries.size()) && !broke(detail)) {
      CborValue key = item(depth + 1);
      if (!keys.add(key)) {
        throw new MalformedCbor("two equal keys", key.span().offset());
      }
      entries.add(new CborMap.Entry(key, item(depth + 1)));
    }
    return new CborMap(entries, from(start));
  }

  private IntPredicate more(int detail) throws MalformedCbor {
    if (detail == INDEFINITE) {
      return count -> true;
    }
    long announced = argument(detail);
    // Each item takes a byte at least: a larger count is a lie, whatever follows.
    if (announced < 0 || announced > end - at) {
      throw new MalformedCbor("more items announced than bytes left", at);
    }
    return count -> count < announced;
  }

  private boolean broke(int detail) throws MalformedCbor {
    if (detail != INDEFINITE) {
      return false;
    }
    if (at >= end) {
      throw new MalformedCbor("ends within an item", at);
    }
    if ((source[at] & 0xFF) != BREAK) {
      return false;
    }
    at++;
    return true;
  }

  private byte[] string(int detail, int major) throws MalformedCbor {
    if (detail != INDEFINITE) {
      return bytes(argument(detail));
    }
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    while (!broke(detail)) {
      int head = next();
      if (head >> 5 != major || (head & 0x1F) == INDEFINITE || ++items > MOST_ITEMS) {
        throw new MalformedCbor("a piece of another kind within a string", at - 1);
      }
      joined.writeBytes(bytes(argument(head & 0x1F)));
    }
    return joined.toByteArray();
  }

  private CborValue simple(int detail, int start) throws MalformedCbor {
    return switch (detail) {
      case 20, 21, 22 -> new CborSimple(detail, from(start));
      case 25 -> new CborFloat(Float.float16ToFloat((short) argument(detail)), from(start));
      case 26 -> new CborFloat(Float.intBitsToFloat((int) argument(detail)), from(start));
      case 27 -> new CborFloat(Double.longBitsToDouble(argument(detail)), from(start));
      default -> throw new MalformedCbor("a simple value that is not allowed", start);
    };
  }

  private long argument(int detail) throws MalformedCbor {
    if (detail < 24) {
      return detail;
    }
    if (detail > 27) {
      throw new MalformedCbor("a reserved head", at - 1);
    }
    long value = 0;
    for (int left = 1 << (detail - 24); left > 0; left--) {
      value = value << 8 | next();
    }
    return value;
  }

  private byte[] bytes(long length) throws MalformedCbor {
    if (length < 0 || length > end - at) {
      throw new MalformedCbor("a string longer than what is left", at);
    }
    byte[] piece = new Span(at, (int) length).of(source);
    at += (int) length;
    return piece;
  }

  private int next() throws MalformedCbor {
    if (at >= end) {
      throw new MalformedCbor("ends within an item", at);
    }
    return source[at++] & 0xFF;
  }

  private Span from(int start) {
    return new Span(start, at - start);
  }

  private static BigInteger unsigned(long bits) {
    BigInteger value = BigInteger.valueOf(bits);
    return bits < 0 ? value.add(BigInteger.ONE.shiftLeft(Long.SIZE)) : value;
  }

  private static String text(byte[] bytes, int start) throws MalformedCbor {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      throw new MalformedCbor("text that is not UTF-8", start);
    }
  }
}
