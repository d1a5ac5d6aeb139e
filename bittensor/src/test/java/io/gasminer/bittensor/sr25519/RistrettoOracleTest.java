package io.gasminer.bittensor.sr25519;

import static org.assertj.core.api.Assertions.assertThat;

import cafe.cryptography.curve25519.CompressedRistretto;
import cafe.cryptography.curve25519.Constants;
import cafe.cryptography.curve25519.InvalidEncodingException;
import cafe.cryptography.curve25519.RistrettoElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Our group against an independent implementation of it (curve25519-elisabeth). */
class RistrettoOracleTest {
  private static final HexFormat HEX = HexFormat.of();

  @Test
  void multiplesOfTheGeneratorAgree() {
    Random random = new Random(21);
    List<String> wrong = new ArrayList<>();
    for (byte[] scalar : scalars(random, 200)) {
      byte[] expected =
          Constants.RISTRETTO_GENERATOR.multiply(oracle(scalar)).compress().toByteArray();
      byte[] constant = Ristretto.encode(FixedBase.generator().times(scalar));
      byte[] variable =
          Ristretto.encode(FixedBase.generator().timesVariableTime(scalar, EdwardsPoint.IDENTITY));
      if (!Arrays.equals(expected, constant) || !Arrays.equals(expected, variable)) {
        wrong.add(HEX.formatHex(scalar));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void multiplesAndSumsOfAnyPointAgree() throws InvalidEncodingException {
    Random random = new Random(22);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      byte[] wide = new byte[64];
      random.nextBytes(wide);
      RistrettoElement element = RistrettoElement.fromUniformBytes(wide);
      EdwardsPoint point = Ristretto.decode(element.compress().toByteArray()).orElseThrow();
      byte[] k = scalars(random, 1).getFirst();
      RistrettoElement multiple = element.multiply(oracle(k));
      check(wrong, multiple, VariableBase.timesVariableTime(k, point));
      check(wrong, multiple, new FixedBase(point).times(k));
      check(wrong, multiple.add(element), VariableBase.timesVariableTime(k, point).plus(point));
      check(wrong, element.add(element), point.doubled());
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theSameBytesDecodeAndTheSameAreRefused() {
    Random random = new Random(23);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      byte[] bytes = new byte[32];
      random.nextBytes(bytes);
      bytes[0] &= (byte) 0xfe;
      bytes[31] &= 0x7f;
      if (i % 4 == 0) {
        Arrays.fill(bytes, 1, 31, (byte) 0xff);
        bytes[31] = 0x7f;
      }
      if (decodes(bytes) != Ristretto.decode(bytes).isPresent()) {
        wrong.add(HEX.formatHex(bytes));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static void check(List<String> wrong, RistrettoElement expected, EdwardsPoint actual) {
    String theirs = HEX.formatHex(expected.compress().toByteArray());
    String ours = HEX.formatHex(Ristretto.encode(actual));
    if (!theirs.equals(ours)) {
      wrong.add(ours + ", expected " + theirs);
    }
  }

  private static boolean decodes(byte[] bytes) {
    try {
      new CompressedRistretto(bytes).decompress();
      return true;
    } catch (InvalidEncodingException refused) {
      return false;
    }
  }

  // Random ones, and those at the edges: 0, 1, L − 1, and only high or low digits set.
  private static List<byte[]> scalars(Random random, int count) {
    List<byte[]> scalars = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] wide = new byte[64];
      random.nextBytes(wide);
      scalars.add(Scalar.reduced(wide));
    }
    if (count > 1) {
      byte[] one = new byte[32];
      one[0] = 1;
      byte[] eights = new byte[32];
      Arrays.fill(eights, 0, 31, (byte) 0x88);
      byte[] high = new byte[32];
      high[31] = 0x0f;
      scalars.addAll(List.of(new byte[32], one, Scalar.negated(one), eights, high));
    }
    return scalars;
  }

  private static cafe.cryptography.curve25519.Scalar oracle(byte[] scalar) {
    return cafe.cryptography.curve25519.Scalar.fromCanonicalBytes(scalar);
  }
}
