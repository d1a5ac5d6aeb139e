package io.gasminer.bittensor.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

/** Argon2i outside the heap against another implementation, and key derivation's parts. */
class Argon2iTest {
  @Test
  void theKeysAreThoseOfAnotherImplementation() {
    Random random = new Random(9106);
    List<String> wrong = new ArrayList<>();
    for (int round = 0; round < 60; round++) {
      byte[] password = bytes(random, random.nextInt(80));
      byte[] salt = bytes(random, 8 + random.nextInt(24));
      Argon2i.Cost cost = new Argon2i.Cost(1 + random.nextInt(5), 8 + random.nextInt(1500));
      int length = 4 + random.nextInt(140);
      byte[] ours = Argon2i.key(password, salt, cost, length);
      if (!HexFormat.of().formatHex(ours).equals(theirs(password, salt, cost, length))) {
        wrong.add(cost + ", " + length + " bytes");
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String theirs(byte[] password, byte[] salt, Argon2i.Cost cost, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_i)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withIterations(cost.passes())
            .withMemoryAsKB(cost.kibibytes())
            .withParallelism(1)
            .withSalt(salt)
            .build());
    byte[] key = new byte[length];
    generator.generateBytes(password, key);
    return HexFormat.of().formatHex(key);
  }

  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
