package io.gasminer.bittensor.sr25519;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.Vectors;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class Sr25519Test {
  private static final HexFormat HEX = HexFormat.of();
  private static final BigInteger ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  @Test
  void everyWayToMultiplyGivesTheSamePoint() {
    Random random = new Random(7);
    for (int i = 0; i < 50; i++) {
      byte[] k = scalar(random);
      byte[] m = scalar(random);
      EdwardsPoint point = FixedBase.generator().times(m);
      byte[] viaVariable = Ristretto.encode(VariableBase.timesVariableTime(k, point));
      byte[] viaTable = Ristretto.encode(new FixedBase(point).times(k));
      byte[] viaScalar =
          Ristretto.encode(
              FixedBase.generator().times(Scalar.multipliedAndAdded(k, m, new byte[32])));
      assertThat(viaVariable).isEqualTo(viaTable).isEqualTo(viaScalar);
    }
  }

  @Test
  void scalarsAgreeWithBigIntegers() {
    Random random = new Random(11);
    for (int i = 0; i < 500; i++) {
      byte[] wide = new byte[64];
      random.nextBytes(wide);
      assertThat(number(Scalar.reduced(wide))).isEqualTo(number(wide).mod(ORDER));
      byte[] a = scalar(random);
      byte[] b = scalar(random);
      byte[] c = scalar(random);
      assertThat(number(Scalar.multipliedAndAdded(a, b, c)))
          .isEqualTo(number(a).multiply(number(b)).add(number(c)).mod(ORDER));
    }
  }

  @Test
  void aSignatureVerifiesAndAnyChangeOfItDoesNot() {
    Random random = new Random(3);
    SecretKey secret = SecretKey.fromMiniSecret(new byte[32]);
    VerifyingKey key = VerifyingKey.decode(secret.publicKey()).orElseThrow();
    for (int i = 0; i < 64; i++) {
      byte[] message = new byte[random.nextInt(300)];
      random.nextBytes(message);
      byte[] signature = secret.sign(message, new SecureRandom());
      assertThat(key.verifies(message, signature)).isTrue();
      byte[] changed = signature.clone();
      changed[i] ^= (byte) (1 << random.nextInt(8));
      assertThat(key.verifies(message, changed)).as("byte %d", i).isFalse();
      if (message.length > 0) {
        message[random.nextInt(message.length)] ^= 1;
        assertThat(key.verifies(message, signature)).isFalse();
      }
    }
  }

  @Test
  void garbageIsNoSignatureAndNoKey() {
    Random random = new Random(5);
    VerifyingKey key =
        VerifyingKey.decode(SecretKey.fromMiniSecret(new byte[32]).publicKey()).orElseThrow();
    for (int length = 0; length < 130; length++) {
      byte[] garbage = new byte[length];
      random.nextBytes(garbage);
      assertThat(key.verifies(new byte[0], garbage)).isFalse();
      if (length != 32) {
        assertThat(VerifyingKey.decode(garbage)).isEmpty();
      }
    }
  }

  @Test
  void theReferenceWalletsSignaturesVerify() {
    JsonNode vectors = Vectors.read("sr25519_messages.json");
    VerifyingKey key =
        VerifyingKey.decode(HEX.parseHex(vectors.path("public_key").stringValue())).orElseThrow();
    List<String> wrong = new ArrayList<>();
    for (JsonNode vector : vectors.path("cases")) {
      String text = vector.path("data").stringValue();
      JsonNode signature = vector.path("sign").path("value");
      if (!signature.isString() || text.startsWith("0x")) {
        continue; // the wallet decodes a text that starts with 0x; Epistula never signs one
      }
      boolean verifies =
          key.verifies(
              text.startsWith("bytes:")
                  ? HEX.parseHex(text.substring("bytes:".length()))
                  : text.getBytes(StandardCharsets.UTF_8),
              HEX.parseHex(signature.stringValue()));
      if (!verifies) {
        wrong.add(text);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static byte[] scalar(Random random) {
    byte[] wide = new byte[64];
    random.nextBytes(wide);
    return Scalar.reduced(wide);
  }

  private static BigInteger number(byte[] littleEndian) {
    byte[] big = new byte[littleEndian.length];
    for (int i = 0; i < big.length; i++) {
      big[i] = littleEndian[big.length - 1 - i];
    }
    return new BigInteger(1, big);
  }
}
