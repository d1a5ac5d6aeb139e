package io.gasminer.miner.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChallengeTest {
  private static final long SEED = 20_261_124;
  private static final String PLAIN =
      "{\"prompt\": \"a red fox 🦊\", \"parameters\": {\"resolution\": \"2K\", \"seed\": 7}}";

  @Test
  void thePromptAndItsParametersAreRead() {
    assertThat(read(PLAIN))
        .isEqualTo(
            new Challenge.Reading.Read(
                new Challenge("a red fox 🦊", Map.of("resolution", "2K", "seed", 7))));
  }

  @Test
  void everyUnicodeEncodingThatJsonAllowsIsRead() {
    for (String encoding : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
      assertThat(Challenge.read(PLAIN.getBytes(Charset.forName(encoding))))
          .as(encoding)
          .isInstanceOf(Challenge.Reading.Read.class);
      assertThat(Challenge.read(("\uFEFF" + PLAIN).getBytes(Charset.forName(encoding))))
          .as(encoding + " with a mark")
          .isInstanceOf(Challenge.Reading.Read.class);
    }
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    assertThat(reason(new byte[] {'{', '"', 'p', '"', ':', '"', (byte) 0xff, '"', '}'}))
        .isEqualTo("Invalid JSON body: it is not text in a Unicode encoding");
    assertThat(reason(new byte[] {(byte) 0xff, (byte) 0xfe, '{'})).startsWith("Invalid JSON body");
    assertThat(reason(new byte[] {0, (byte) 0xd8, '{', 0})).startsWith("Invalid JSON body");
  }

  @Test
  void whatTheFieldCallsAbsentIsAMissingPrompt() {
    for (String absent :
        List.of("{}", "null", "\"\"", "0", "0.0", "-0.0", "false", "[]", "{\"prompt\":{}}")) {
      String body = absent.startsWith("{") ? absent : "{\"prompt\":" + absent + "}";
      assertThat(reason(body)).as(body).isEqualTo("Missing required field: prompt");
    }
  }

  @Test
  void aPromptThatIsNoStringIsRefusedAndNotMade() {
    for (String odd : List.of("1", "1e400", "true", "[1]", "{\"a\":1}", "NaN", bigNumber(400))) {
      assertThat(reason("{\"prompt\":" + odd + "}"))
          .as(odd)
          .isEqualTo("Invalid field: prompt must be a string");
    }
  }

  @Test
  void theLastOfTwoPromptsCounts() {
    assertThat(read("{\"prompt\":\"first\",\"prompt\":\"second\"}"))
        .isEqualTo(new Challenge.Reading.Read(new Challenge("second", Map.of())));
  }

  @Test
  void parametersThatAreNoObjectAreNone() {
    for (String odd : List.of("null", "\"abc\"", "[1]", "7", "true")) {
      assertThat(read("{\"prompt\":\"x\",\"parameters\":" + odd + "}"))
          .as(odd)
          .isEqualTo(new Challenge.Reading.Read(new Challenge("x", Map.of())));
    }
  }

  @Test
  void numbersOfAnySizeAreKeptOrRefusedButNeverThrow() {
    for (String number :
        List.of("1e400", "-1e400", "1e-999999999", "1e999999999", bigNumber(900), "NaN")) {
      assertThat(read("{\"prompt\":\"x\",\"parameters\":{\"n\":" + number + "}}"))
          .as(number)
          .isInstanceOf(Challenge.Reading.class);
    }
    assertThat(reason("{\"prompt\":\"x\",\"n\":" + bigNumber(100_000) + "}"))
        .startsWith("Invalid JSON body");
  }

  @Test
  void depthIsRefusedBeforeItReachesTheStack() {
    for (int depth : new int[] {501, 2_000, 100_000}) {
      String deep = "[".repeat(depth) + "]".repeat(depth);
      assertThat(reason("{\"prompt\":\"x\",\"parameters\":{\"a\":" + deep + "}}"))
          .startsWith("Invalid JSON body");
      assertThat(reason("{\"parameters\":".repeat(depth))).startsWith("Invalid JSON body");
    }
  }

  @Test
  void noTruncationAndNoFlippedBitEverThrows() {
    byte[] plain = PLAIN.getBytes(StandardCharsets.UTF_8);
    Map<Class<?>, Integer> seen = new HashMap<>();
    for (int length = 0; length <= plain.length; length++) {
      seen.merge(Challenge.read(Arrays.copyOf(plain, length)).getClass(), 1, Integer::sum);
    }
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      byte[] bent = plain.clone();
      for (int flips = random.nextInt(4); flips >= 0; flips--) {
        bent[random.nextInt(bent.length)] ^= (byte) (1 << random.nextInt(8));
      }
      seen.merge(Challenge.read(bent).getClass(), 1, Integer::sum);
    }
    assertThat(seen)
        .containsOnlyKeys(Challenge.Reading.Read.class, Challenge.Reading.Unreadable.class);
  }

  private static Challenge.Reading read(String body) {
    return Challenge.read(body.getBytes(StandardCharsets.UTF_8));
  }

  private static String reason(String body) {
    return reason(body.getBytes(StandardCharsets.UTF_8));
  }

  private static String reason(byte[] body) {
    return Challenge.read(body) instanceof Challenge.Reading.Unreadable(String reason)
        ? reason
        : "read";
  }

  private static String bigNumber(int digits) {
    return "9".repeat(digits);
  }
}
