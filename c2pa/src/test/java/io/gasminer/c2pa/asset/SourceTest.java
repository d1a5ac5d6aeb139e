package io.gasminer.c2pa.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTest {
  /** More than two windows of a file. */
  private static final int SIZE = 150_001;

  @TempDir private Path temp;

  @Test
  void aByteIsFoundWhereItStandsFirstInMemoryAndInAFile() throws IOException {
    Random random = new Random(3);
    byte[] bytes = new byte[SIZE];
    random.nextBytes(bytes);
    for (int i = 0; i < SIZE; i++) {
      // Rare enough that whole windows are without it.
      bytes[i] = bytes[i] == -1 && i % 7 != 0 ? 0x7F : bytes[i];
    }
    Arrays.fill(bytes, 1000, 140_000, (byte) 0xFE);
    try (Source file = Source.open(Files.write(temp.resolve("bytes"), bytes));
        Source memory = Source.of(bytes)) {
      for (int i = 0; i < 2000; i++) {
        int from = random.nextInt(SIZE + 10);
        int expected = Math.min(from, SIZE);
        while (expected < SIZE && bytes[expected] != -1) {
          expected++;
        }
        assertThat(memory.find((byte) -1, from)).isEqualTo(expected);
        assertThat(file.find((byte) -1, from)).isEqualTo(expected);
      }
    }
  }
}
