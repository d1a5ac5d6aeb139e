package io.gasminer.c2pa.asset;

import java.io.EOFException;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;

/** Owns access to an array. */
final class MemorySource implements Source {
  private final byte[] bytes;

  MemorySource(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public int u8(long offset) throws IOException {
    if (offset < 0 || offset >= bytes.length) {
      throw new EOFException();
    }
    return bytes[(int) offset] & 0xFF;
  }

  @Override
  public byte[] read(long offset, int length) throws IOException {
    check(offset, length);
    return Arrays.copyOfRange(bytes, (int) offset, (int) offset + length);
  }

  @Override
  public long find(byte wanted, long from) {
    return ByteScan.find(bytes, (int) Math.min(from, bytes.length), bytes.length, wanted);
  }

  @Override
  public void digest(MessageDigest digest, Range range) throws IOException {
    check(range.offset(), range.length());
    digest.update(bytes, (int) range.offset(), (int) range.length());
  }

  @Override
  public void close() {
    // Nothing is held.
  }

  private void check(long offset, long length) throws EOFException {
    if (offset < 0 || length < 0 || offset > bytes.length - length) {
      throw new EOFException();
    }
  }
}
