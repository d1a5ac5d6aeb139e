package io.gasminer.c2pa.asset;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * Owns read access to the bytes of one asset. What lies outside gives {@link EOFException}. For one
 * thread at a time.
 */
public sealed interface Source extends AutoCloseable permits MemorySource, FileSource {
  /** Opens a file; nothing of it is loaded. */
  static Source open(Path file) throws IOException {
    return FileSource.open(file);
  }

  /** Reads from an array, which is not copied. */
  static Source of(byte[] bytes) {
    return new MemorySource(bytes);
  }

  /** The length in bytes. */
  long size();

  /** The byte at that offset, from 0 to 255. */
  int u8(long offset) throws IOException;

  /** A copy of a piece; the caller has judged its length. */
  byte[] read(long offset, int length) throws IOException;

  /** Streams a range into a digest. */
  void digest(MessageDigest digest, Range range) throws IOException;

  @Override
  void close() throws IOException;

  /** Where that byte stands next, from an offset on; the size where it does not. */
  long find(byte wanted, long from) throws IOException;

  /** Two bytes, big-endian. */
  default int u16(long offset) throws IOException {
    return u8(offset) << 8 | u8(offset + 1);
  }

  /** Four bytes, big-endian, without a sign. */
  default long u32(long offset) throws IOException {
    return (long) u16(offset) << 16 | u16(offset + 2);
  }

  /** Eight bytes, big-endian; negative when the top bit is set. */
  default long u64(long offset) throws IOException {
    return u32(offset) << 32 | u32(offset + 4);
  }

  /** A four-letter code in Latin-1. */
  default String fourLetters(long offset) throws IOException {
    return new String(read(offset, 4), StandardCharsets.ISO_8859_1);
  }

  /** Whether these bytes stand at that offset. */
  default boolean has(long offset, byte[] expected) throws IOException {
    if (offset < 0 || offset > size() - expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (u8(offset + i) != (expected[i] & 0xFF)) {
        return false;
      }
    }
    return true;
  }

  /** Whether these Latin-1 letters stand at that offset. */
  default boolean has(long offset, String expected) throws IOException {
    return has(offset, expected.getBytes(StandardCharsets.ISO_8859_1));
  }
}
