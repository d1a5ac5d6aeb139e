package io.gasminer.miner.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EnvTextTest {
  @Test
  void aChangeLeavesEveryOtherLineAsItIs() {
    String text =
        "# mine\n\nexport BT_AXON_PORT=8093 # router\nWHATEVER = x\nnot a line\nIMAGE_SERVICE=\n";
    String changed =
        EnvText.of(text).with(Map.of("BT_AXON_PORT", "9000", "IMAGE_SERVICE", "openai")).text();
    assertThat(changed)
        .isEqualTo(
            "# mine\n\nexport BT_AXON_PORT=9000 # router\nWHATEVER = x\nnot a line\n"
                + "IMAGE_SERVICE=openai\n");
  }

  @Test
  void inTheTemplateAValueTakesThePlaceOfItsDefault() {
    String text = EnvText.template().with(Map.of("BT_WALLET_NAME", "miner")).text();
    assertThat(text).contains("# the wallet\nBT_WALLET_NAME=miner\n# the hotkey");
    assertThat(text.lines()).hasSameSizeAs(EnvTemplate.template().lines().toList());
  }

  @Test
  void anOlderNameStaysAndTheLastLineOfANameCounts() {
    EnvText text = EnvText.of("RUNWAYML_API_SECRET=old\nBT_NETUID=1\nBT_NETUID=2\n");
    assertThat(text.with(Map.of("RUNWAYML_API_KEY", "new", "BT_NETUID", "34")).text())
        .isEqualTo("RUNWAYML_API_SECRET=new\nBT_NETUID=1\nBT_NETUID=34\n");
    assertThat(text.value(Settings.RUNWAY_KEY)).contains("old");
    assertThat(EnvText.of("A=1\n").with(Map.of("BT_NETUID", "7")).text())
        .isEqualTo("A=1\nBT_NETUID=7\n");
  }

  @Test
  void aValueThatIsTakenAwayDoesNotBecomeItsRemark() {
    EnvText text = EnvText.of("BT_NETUID=379 # testnet\n").with(Map.of("BT_NETUID", ""));
    assertThat(text.text()).isEqualTo("# testnet\nBT_NETUID=\n");
    assertThat(text.value(Settings.NETUID)).isEmpty();
  }

  @Test
  void whateverALineCanHoldIsReadBackAsItWas() {
    Random random = new Random(34);
    String letters = "abc \"'#=\\$/é\t";
    List<String> wrong = new ArrayList<>();
    for (int run = 0; run < 5_000; run++) {
      StringBuilder value = new StringBuilder();
      for (int at = random.nextInt(12); at > 0; at--) {
        value.append(letters.charAt(random.nextInt(letters.length())));
      }
      String text = value.toString();
      String read =
          EnvText.of("# x\nMINER_OUTPUT_DIR=old # y\n")
              .with(Map.of("MINER_OUTPUT_DIR", text))
              .values()
              .getOrDefault("MINER_OUTPUT_DIR", "");
      if (EnvText.canHold(text) && !read.equals(text)) {
        wrong.add("<" + text + "> came back as <" + read + ">");
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(EnvText.canHold("two\nlines")).isFalse();
  }
}
