package io.gasminer.c2pa.jumbf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.brotli.dec.BrotliInputStream;

/**
 * Owns the unpacking of compressed boxes ({@code brob}, RFC 7932) of one store. Refused: more than
 * 32 MiB from one box, as in the validators' reader; and what that reader allows, more than 64 MiB
 * or 100 boxes in all, or more than a thousandfold of a box's own size beyond its first mebibyte.
 * For one thread.
 */
public final class Inflation {
  private static final int MEBIBYTE = 1024 * 1024;
  private static final int MOST_OF_ONE = 32 * MEBIBYTE;
  private static final int MOST_OF_ALL = 64 * MEBIBYTE;
  private static final int MOST_BOXES = 100;
  private static final int RATIO = 1_000;
  private static final int PIECE = 64 * 1024;

  private int boxes;
  private int total;

  /** The content of a box; empty where it is no brotli or more than may be. */
  public Optional<byte[]> inflate(byte[] packed) {
    if (++boxes > MOST_BOXES) {
      return Optional.empty();
    }
    long most = Math.min(MEBIBYTE + (long) RATIO * packed.length, MOST_OF_ONE);
    try (BrotliInputStream in = new BrotliInputStream(new ByteArrayInputStream(packed))) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] piece = new byte[PIECE];
      for (int read = in.read(piece); read > 0; read = in.read(piece)) {
        total += read;
        if (out.size() + read > most || total > MOST_OF_ALL) {
          return Optional.empty();
        }
        out.write(piece, 0, read);
      }
      return Optional.of(out.toByteArray());
    } catch (IOException | RuntimeException malformed) {
      // The decoder answers hostile streams with unchecked exceptions besides its own.
      return Optional.empty();
    }
  }
}
