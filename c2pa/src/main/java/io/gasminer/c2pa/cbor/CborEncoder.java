package io.gasminer.c2pa.cbor;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Owns the core deterministic encoding (RFC 8949 §4.2.1): shortest heads, definite lengths, keys in
 * the order of their encoded bytes, the shortest float that keeps the value.
 */
public final class CborEncoder {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private CborEncoder() {}

  /** The item in bytes. */
  public static byte[] encode(CborValue value) {
    CborEncoder encoder = new CborEncoder();
    encoder.put(value);
    return encoder.out.toByteArray();
  }

  private void put(CborValue value) {
    switch (value) {
      case CborInteger number -> integer(number.value());
      case CborBytes bytes -> string(2, bytes.value());
      case CborText text -> string(3, text.value().getBytes(StandardCharsets.UTF_8));
      case CborArray array -> {
        head(4, array.items().size());
        array.items().forEach(this::put);
      }
      case CborMap map -> entries(map);
      case CborTag tag -> {
        head(6, tag.number());
        put(tag.content());
      }
      case CborSimple simple -> head(7, simple.code());
      case CborFloat number -> number(number.value());
    }
  }

  private void integer(BigInteger value) {
    if (value.signum() < 0) {
      head(1, value.not().longValue());
    } else {
      head(0, value.longValue());
    }
  }

  private void string(int major, byte[] content) {
    head(major, content.length);
    out.writeBytes(content);
  }

  private void entries(CborMap map) {
    record Encoded(byte[] key, CborValue value) {}
    List<Encoded> sorted = new ArrayList<>();
    for (CborMap.Entry entry : map.entries()) {
      sorted.add(new Encoded(encode(entry.key()), entry.value()));
    }
    sorted.sort((one, other) -> Arrays.compareUnsigned(one.key(), other.key()));
    head(5, sorted.size());
    for (Encoded entry : sorted) {
      out.writeBytes(entry.key());
      put(entry.value());
    }
  }

  private void number(double value) {
    float single = (float) value;
    short half = Float.floatToFloat16(single);
    if (Double.compare(Float.float16ToFloat(half), value) == 0) {
      out.write(7 << 5 | 25);
      bigEndian(half, Short.BYTES);
    } else if (Double.compare(single, value) == 0) {
      out.write(7 << 5 | 26);
      bigEndian(Float.floatToIntBits(single), Integer.BYTES);
    } else {
      out.write(7 << 5 | 27);
      bigEndian(Double.doubleToLongBits(value), Long.BYTES);
    }
  }

  /** The argument is unsigned. */
  private void head(int major, long argument) {
    int kind = major << 5;
    if (argument >= 0 && argument < 24) {
      out.write(kind | (int) argument);
    } else if (argument >>> 8 == 0) {
      out.write(kind | 24);
      bigEndian(argument, 1);
    } else if (argument >>> 16 == 0) {
      out.write(kind | 25);
      bigEndian(argument, Short.BYTES);
    } else if (argument >>> 32 == 0) {
      out.write(kind | 26);
      bigEndian(argument, Integer.BYTES);
    } else {
      out.write(kind | 27);
      bigEndian(argument, Long.BYTES);
    }
  }

  private void bigEndian(long value, int width) {
    for (int shift = (width - 1) * 8; shift >= 0; shift -= 8) {
      out.write((int) (value >>> shift));
    }
  }
}
