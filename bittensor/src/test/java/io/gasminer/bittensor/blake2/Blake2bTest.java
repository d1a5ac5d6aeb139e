package io.gasminer.bittensor.blake2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.bouncycastle.crypto.digests.Blake2bDigest;
import org.junit.jupiter.api.Test;

/** The hash of the RFC, and the same as another library's for every length. */
class Blake2bTest {
  @Test
  void theExampleOfTheRfcIsHashedAsItSays() {
    assertThat(
            HexFormat.of().formatHex(Blake2b.hash(64, "abc".getBytes(StandardCharsets.US_ASCII))))
        .isEqualTo(
            "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
                + "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923");
  }

  @Test
  void everyLengthIsHashedAsAnotherLibraryDoes() {
    Random random = new Random(7693);
    List<String> failures = new ArrayList<>();
    for (int length = 0; length <= 700; length++) {
      byte[] input = new byte[length];
      random.nextBytes(input);
      int bytes = 1 + length % 64;
      int cut = length == 0 ? 0 : random.nextInt(length);
      byte[] ours =
          Blake2b.hash(
              bytes, Arrays.copyOf(input, cut), Arrays.copyOfRange(input, cut, input.length));
      if (!Arrays.equals(ours, theirs(bytes, input))) {
        failures.add(length + " bytes to " + bytes);
      }
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void aHashOfNoBytesOrTooManyIsRefused() {
    assertThatThrownBy(() -> Blake2b.hash(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Blake2b.hash(65)).isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] theirs(int bytes, byte[] input) {
    Blake2bDigest digest = new Blake2bDigest(8 * bytes);
    digest.update(input, 0, input.length);
    byte[] hash = new byte[bytes];
    digest.doFinal(hash, 0);
    return hash;
  }
}
