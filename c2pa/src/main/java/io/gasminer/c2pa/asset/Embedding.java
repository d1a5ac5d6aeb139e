package io.gasminer.c2pa.asset;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Owns the plan of an asset with a manifest store in it: what stands before the store, the store in
 * its wrapping, and what follows. The wrapped store is one range, whose length depends only on the
 * store's.
 */
public final class Embedding {
  private static final int PIECE = 1024 * 1024;

  /** A piece of the new asset. */
  sealed interface Piece {
    long length();

    /** Bytes of the old asset. */
    record Kept(Range range) implements Piece {
      @Override
      public long length() {
        return range.length();
      }
    }

    /** New bytes. */
    record Written(byte[] bytes) implements Piece {
      @Override
      public long length() {
        return bytes.length;
      }
    }
  }

  private final List<Piece> before;
  private final List<Piece> after;
  private final UnaryOperator<byte[]> wrapping;
  private final int storeSize;
  private final Range wrapped;

  Embedding(List<Piece> before, List<Piece> after, UnaryOperator<byte[]> wrapping, int storeSize) {
    this.before = List.copyOf(before);
    this.after = List.copyOf(after);
    this.wrapping = wrapping;
    this.storeSize = storeSize;
    this.wrapped = new Range(length(before), wrapping.apply(new byte[storeSize]).length);
  }

  /** The range of the wrapped store in the new asset: what a data hash excludes. */
  public Range exclusion() {
    return wrapped;
  }

  /** The size of the new asset in bytes. */
  public long size() {
    return wrapped.end() + length(after);
  }

  /** The store with what the container puts around it; as long as {@link #exclusion}. */
  public byte[] wrap(byte[] store) {
    if (store.length != storeSize) {
      throw new IllegalArgumentException("planned for another size of store");
    }
    return wrapping.apply(store);
  }

  /** Writes the new asset; {@code source} is the one that was planned for. */
  public void write(Source source, byte[] store, OutputStream out) throws IOException {
    write(source, before, out);
    out.write(wrap(store));
    write(source, after, out);
  }

  /** Writes the new asset to a file, which is created or replaced; it is not held in memory. */
  public void write(Source source, byte[] store, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      write(source, store, out);
    }
  }

  /** Puts another store in the place of the one that the file was written with. */
  public void fill(byte[] store, Path file) throws IOException {
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(wrap(store));
      long at = wrapped.offset();
      while (bytes.hasRemaining()) {
        at += out.write(bytes, at);
      }
    }
  }

  private static void write(Source source, List<Piece> pieces, OutputStream out)
      throws IOException {
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Written written -> out.write(written.bytes());
        case Piece.Kept kept -> copy(source, kept.range(), out);
      }
    }
  }

  private static void copy(Source source, Range range, OutputStream out) throws IOException {
    long at = range.offset();
    while (at < range.end()) {
      int length = (int) Math.min(PIECE, range.end() - at);
      out.write(source.read(at, length));
      at += length;
    }
  }

  private static long length(List<Piece> pieces) {
    return pieces.stream().mapToLong(Piece::length).sum();
  }

  /** The parts of a range that stay when the ranges in {@code removed}, in order, are left out. */
  static List<Piece> kept(Range whole, List<Range> removed) {
    List<Piece> pieces = new ArrayList<>();
    long at = whole.offset();
    for (Range gone : removed) {
      long start = Math.clamp(gone.offset(), at, whole.end());
      if (start > at) {
        pieces.add(new Piece.Kept(Range.between(at, start)));
      }
      at = Math.clamp(gone.end(), at, whole.end());
    }
    if (at < whole.end()) {
      pieces.add(new Piece.Kept(Range.between(at, whole.end())));
    }
    return pieces;
  }
}
