package io.gasminer.bittensor.wallet;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.gasminer.bittensor.blake2.Blake2b;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Owns Argon2i, version 1.3, with one lane (RFC 9106), in memory outside the heap.
 *
 * <p>Outside the heap, because a wallet's key takes 512 MiB for some seconds and the miner then
 * runs for weeks on a fraction of it: this memory goes back to the system at once, a heap that has
 * grown does not. It is overwritten first.
 *
 * <p>Not thread-safe; one object computes one key.
 */
final class Argon2i {
  /** How often the memory is gone through, and how much of it there is. */
  record Cost(int passes, int kibibytes) {}

  private static final int VERSION = 0x13;
  private static final int TYPE_I = 1;
  private static final int SLICES = 4;
  private static final int BLOCK = 1024;

  private final Cost cost;
  private final MemorySegment memory;
  private final int blocks;
  private final int slice;
  private final long[] before = new long[Argon2Block.WORDS];
  private final long[] reference = new long[Argon2Block.WORDS];
  private final long[] old = new long[Argon2Block.WORDS];
  private final Argon2Block compression = new Argon2Block();

  private Argon2i(Cost cost, MemorySegment memory) {
    this.cost = cost;
    this.memory = memory;
    this.slice = cost.kibibytes() / SLICES;
    this.blocks = slice * SLICES;
  }

  /**
   * The key of that length.
   *
   * @throws OutOfMemoryError when the system gives no such memory
   */
  static byte[] key(byte[] password, byte[] salt, Cost cost, int length) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = arena.allocate((long) cost.kibibytes() * BLOCK, Long.BYTES);
      byte[] key = new Argon2i(cost, memory).fill(start(password, salt, cost, length), length);
      memory.fill((byte) 0);
      return key;
    }
  }

  private byte[] fill(byte[] start, int length) {
    for (int block = 0; block < 2; block++) {
      byte[] input = Arrays.copyOf(start, start.length + 8);
      input[start.length] = (byte) block;
      store(block, words(expanded(input, BLOCK)));
      Arrays.fill(input, (byte) 0);
    }
    for (int pass = 0; pass < cost.passes(); pass++) {
      for (int part = 0; part < SLICES; part++) {
        fillSlice(pass, part);
      }
    }
    load(blocks - 1, before);
    byte[] last = new byte[BLOCK];
    ByteBuffer.wrap(last).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(before);
    byte[] key = expanded(last, length);
    Arrays.fill(last, (byte) 0);
    Arrays.fill(start, (byte) 0);
    compression.wipe();
    for (long[] scratch : new long[][] {before, reference, old}) {
      Arrays.fill(scratch, 0);
    }
    return key;
  }

  private void fillSlice(int pass, int part) {
    Argon2Addresses addresses =
        new Argon2Addresses(
            new long[] {pass, 0, part, blocks, cost.passes(), TYPE_I, 0}, compression);
    int first = pass == 0 && part == 0 ? 2 : 0;
    int at = part * slice + first;
    load(at == 0 ? blocks - 1 : at - 1, before);
    for (int index = first; index < slice; index++, at++) {
      load(referenced(pass, part, index, addresses.at(index) & 0xffffffffL), reference);
      // From the second pass on, what stood there counts too.
      if (pass == 0) {
        Arrays.fill(old, 0);
      } else {
        load(at, old);
      }
      compression.compress(before, reference, old, before);
      store(at, before);
    }
  }

  private long referenced(int pass, int part, int index, long chance) {
    long area = (pass == 0 ? (long) part * slice : blocks - slice) + index - 1;
    long squared = chance * chance >>> 32;
    long relative = area - 1 - (area * squared >>> 32);
    long start = pass == 0 || part == SLICES - 1 ? 0 : (long) (part + 1) * slice;
    return (start + relative) % blocks;
  }

  private void load(long block, long[] into) {
    MemorySegment.copy(memory, JAVA_LONG, block * BLOCK, into, 0, into.length);
  }

  private void store(long block, long[] from) {
    MemorySegment.copy(from, 0, memory, JAVA_LONG, block * BLOCK, from.length);
  }

  private static byte[] start(byte[] password, byte[] salt, Cost cost, int length) {
    ByteBuffer input =
        ByteBuffer.allocate(10 * Integer.BYTES + password.length + salt.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    input.putInt(1).putInt(length).putInt(cost.kibibytes()).putInt(cost.passes());
    input.putInt(VERSION).putInt(TYPE_I);
    input.putInt(password.length).put(password).putInt(salt.length).put(salt);
    input.putInt(0).putInt(0);
    byte[] hash = Blake2b.hash(64, input.array());
    Arrays.fill(input.array(), (byte) 0);
    return hash;
  }

  // RFC 9106, section 3.3: a hash of any length.
  private static byte[] expanded(byte[] input, int length) {
    byte[] prefixed =
        ByteBuffer.allocate(Integer.BYTES + input.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(length)
            .put(input)
            .array();
    if (length <= 64) {
      return Blake2b.hash(length, prefixed);
    }
    byte[] out = new byte[length];
    byte[] step = Blake2b.hash(64, prefixed);
    int filled = 0;
    while (true) {
      System.arraycopy(step, 0, out, filled, 32);
      filled += 32;
      int left = length - filled;
      if (left <= 64) {
        System.arraycopy(Blake2b.hash(left, step), 0, out, filled, left);
        return out;
      }
      step = Blake2b.hash(64, step);
    }
  }

  private static long[] words(byte[] block) {
    long[] words = new long[Argon2Block.WORDS];
    ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(words);
    return words;
  }
}
