package io.gasminer.c2pa.asset;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/**
 * Owns access to a file through a window of 64 KiB for headers and a buffer of 1 MiB for hashing.
 * The file is read rather than mapped: a mapped file that shrinks ends the process.
 */
final class FileSource implements Source {
  private static final int WINDOW = 64 * 1024;
  private static final int BUFFER = 1024 * 1024;

  private final FileChannel channel;
  private final long size;
  private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
  private long windowStart;

  private FileSource(FileChannel channel, long size) {
    this.channel = channel;
    this.size = size;
  }

  static FileSource open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new FileSource(channel, channel.size());
    } catch (IOException failed) {
      channel.close();
      throw failed;
    }
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int u8(long offset) throws IOException {
    if (offset < windowStart || offset >= windowStart + window.limit()) {
      moveWindow(offset);
    }
    return window.get((int) (offset - windowStart)) & 0xFF;
  }

  @Override
  public byte[] read(long offset, int length) throws IOException {
    if (offset < 0 || length < 0 || offset > size - length) {
      throw new EOFException();
    }
    if (length <= 16 && length > 0) {
      byte[] few = new byte[length];
      for (int i = 0; i < length; i++) {
        few[i] = (byte) u8(offset + i);
      }
      return few;
    }
    ByteBuffer piece = ByteBuffer.allocate(length);
    fill(piece, offset);
    return piece.array();
  }

  @Override
  public long find(byte wanted, long from) throws IOException {
    for (long at = from; at < size; at = windowStart + window.limit()) {
      if (at < windowStart || at >= windowStart + window.limit()) {
        moveWindow(at);
      }
      int found = ByteScan.find(window.array(), (int) (at - windowStart), window.limit(), wanted);
      if (found < window.limit()) {
        return windowStart + found;
      }
    }
    return size;
  }

  @Override
  public void digest(MessageDigest digest, Range range) throws IOException {
    if (range.end() > size) {
      throw new EOFException();
    }
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, range.length()));
    long at = range.offset();
    while (at < range.end()) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), range.end() - at));
      fill(buffer, at);
      digest.update(buffer.array(), 0, buffer.limit());
      at += buffer.limit();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void moveWindow(long offset) throws IOException {
    if (offset < 0 || offset >= size) {
      throw new EOFException();
    }
    window.clear().limit((int) Math.min(WINDOW, size - offset));
    fill(window, offset);
    windowStart = offset;
  }

  private void fill(ByteBuffer into, long offset) throws IOException {
    long at = offset;
    while (into.hasRemaining()) {
      int read = channel.read(into, at);
      if (read < 0) {
        into.limit(0);
        throw new EOFException("the file became shorter while it was read");
      }
      at += read;
    }
  }
}
