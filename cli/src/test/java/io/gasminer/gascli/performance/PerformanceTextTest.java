package io.gasminer.gascli.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.gascli.paper.Paper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PerformanceTextTest {
  private static final String ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
  private static final String BOB = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";
  private static final String WHOLE =
      """
      {"verification": {"validator_count": 2, "aggregate_pass_rate": 0.934, "total_verified": 1152,
        "total_failed": 82, "total_evaluated": 1234, "by_validator": [
          {"validator_hotkey": "%s", "pass_rate": 0.95, "total_verified": 950, "total_failed": 50,
           "lookback_hours": 168},
          {"validator_hotkey": "%s", "pass_rate": null, "total_verified": 202,
           "lookback_hours": 1.5}]},
       "fool_aggregate": {"fool_rate": 0.125, "total_samples": 800, "fooled_count": 100,
        "not_fooled_count": 700, "benchmark_run_count": 12}}
      """
          .formatted(ALICE, BOB);

  @Test
  void onEightyColumns() {
    assertThat(text(Paper.PLAIN, WHOLE))
        .isEqualTo(
            """
            Generative miner
              5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY

            Verified by validators
              validators  2 reporting
              pass rate   93.4 %
              media       1,152 verified, 82 failed, 1,234 evaluated

            VALIDATOR                                        PASSED  VERIFIED  FAILED  HOURS
            5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKut…  95.0 %       950      50    168
            5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694…       -       202       -    1.5

            Detectors fooled, last 7 days, video
              fool rate   12.5 %
              samples     800: 100 fooled, 700 not
              benchmarks  12
            """);
  }

  @Test
  void onFiftyColumns() {
    assertThat(text(new Paper(50, false, true), WHOLE))
        .isEqualTo(
            """
            Generative miner
              5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY

            Verified by validators
              validators  2 reporting
              pass rate   93.4 %
              media       1,152 verified, 82 failed, 1,234
                          evaluated

            VALIDATOR          PASSED  VERIFIED  FAILED  HOURS
            5GrwvaEF5zXb26Fz…  95.0 %       950      50    168
            5FHneW46xGXgs5mU…       -       202       -    1.5

            Detectors fooled, last 7 days, video
              fool rate   12.5 %
              samples     800: 100 fooled, 700 not
              benchmarks  12
            """);
  }

  @Test
  void ratesAreToldInPerCentHoweverTheyWereWritten() {
    assertThat(rate("0.5", 1, 1)).isEqualTo("50.0 %");
    assertThat(rate("87.25", 1, 1)).isEqualTo("87.3 %");
    assertThat(rate("1", 40, 0)).isEqualTo("100.0 %");
    assertThat(rate("1.0", 1, 99)).isEqualTo("1.0 %");
    assertThat(rate("0", 0, 0)).isEqualTo("0.0 %");
    for (String none : new String[] {"null", "\"0.5\"", "-1", "101", "1e400", "{}"}) {
      assertThat(rate(none, 1, 1)).as(none).isEqualTo("-");
    }
  }

  private static String rate(String written, long good, long other) {
    return Rate.of(JsonMapper.shared().readTree(written), Optional.of(good), Optional.of(other))
        .map(Rate::words)
        .orElse("-");
  }

  private static String text(Paper paper, String said) {
    StringWriter out = new StringWriter();
    PerformanceText.print(
        new PrintWriter(out, true),
        paper,
        ALICE,
        new PerformanceQuestion(URI.create("https://gas.bitmind.ai"), Optional.of("video"), 7),
        JsonMapper.shared().readTree(said));
    return out.toString();
  }
}
