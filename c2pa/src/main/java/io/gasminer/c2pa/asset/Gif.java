package io.gasminer.c2pa.asset;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Owns GIF: the store is an application extension before the first image. */
final class Gif implements Container {
  private static final byte[] STORE_HEAD = {
    0x21, (byte) 0xFF, 11, 'C', '2', 'P', 'A', '_', 'G', 'I', 'F', 1, 0, 0
  };
  private static final int LONGEST_SUBBLOCK = 255;

  @Override
  public Located locate(Source source) throws IOException {
    try {
      Optional<GifBlock> store = store(source);
      if (store.isEmpty()) {
        return new Located.None();
      }
      byte[] bytes = content(source, store.get().range());
      return bytes.length == 0
          ? new Located.None()
          : new Located.Store(bytes, List.of(store.get().range()));
    } catch (EOFException truncated) {
      return new Located.Damaged("the GIF ends early");
    } catch (DamagedAsset damaged) {
      return new Located.Damaged(damaged.reason());
    }
  }

  @Override
  public List<NamedRange> parts(Source source) throws IOException, DamagedAsset {
    List<NamedRange> parts = new ArrayList<>();
    try {
      GifWalk walk = new GifWalk(source);
      for (GifBlock block = walk.next(); ; block = walk.next()) {
        boolean store = isStore(source, block);
        if (block.name().isEmpty()) {
          NamedRange last = parts.removeLast();
          Range longer = Range.between(last.range().offset(), block.range().end());
          parts.add(new NamedRange(last.name(), longer));
        } else {
          parts.add(new NamedRange(store ? NamedRange.STORE : block.name(), block.range()));
        }
        if (block.isTrailer()) {
          return parts;
        }
      }
    } catch (EOFException truncated) {
      throw new DamagedAsset("the GIF ends early");
    }
  }

  @Override
  public Embedding embed(Source source, int storeSize) throws IOException, DamagedAsset {
    try {
      GifWalk walk = new GifWalk(source);
      walk.next();
      long insertion = walk.endOfPreamble();
      List<Range> removed = store(source).map(block -> List.of(block.range())).orElse(List.of());
      List<Embedding.Piece> before = new ArrayList<>();
      before.add(new Embedding.Piece.Written("GIF89a".getBytes(StandardCharsets.US_ASCII)));
      before.addAll(Embedding.kept(Range.between(6, insertion), List.of()));
      return new Embedding(
          before,
          Embedding.kept(Range.between(insertion, source.size()), removed),
          Gif::extension,
          storeSize);
    } catch (EOFException truncated) {
      throw new DamagedAsset("the GIF ends early");
    }
  }

  private static Optional<GifBlock> store(Source source) throws IOException, DamagedAsset {
    GifWalk walk = new GifWalk(source);
    while (true) {
      GifBlock block = walk.next();
      if (isStore(source, block)) {
        return Optional.of(block);
      }
      if (block.isImage() || block.isTrailer()) {
        return Optional.empty();
      }
    }
  }

  private static boolean isStore(Source source, GifBlock block) throws IOException {
    return source.has(block.range().offset(), STORE_HEAD);
  }

  private static byte[] content(Source source, Range range) throws IOException, DamagedAsset {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    long at = range.offset() + STORE_HEAD.length;
    for (int length = source.u8(at); length > 0; length = source.u8(at)) {
      content.writeBytes(source.read(at + 1, length));
      at += 1 + length;
      if (content.size() > LONGEST_STORE) {
        throw new DamagedAsset("the manifest store is too long");
      }
    }
    return content.toByteArray();
  }

  private static byte[] extension(byte[] store) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(store.length + store.length / 128 + 32);
    out.writeBytes(STORE_HEAD);
    for (int at = 0; at < store.length; at += LONGEST_SUBBLOCK) {
      int length = Math.min(LONGEST_SUBBLOCK, store.length - at);
      out.write(length);
      out.write(store, at, length);
    }
    out.write(0);
    return out.toByteArray();
  }
}
