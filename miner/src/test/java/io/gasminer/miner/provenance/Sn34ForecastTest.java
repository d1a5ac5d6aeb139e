package io.gasminer.miner.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A forecast speaks up only where the next version says something else. */
class Sn34ForecastTest {
  private static final Sn34Verdict PASSED =
      new Sn34Verdict(
          true,
          false,
          Optional.of("OpenAI"),
          Optional.of("ChatGPT"),
          Optional.empty(),
          List.of(),
          Optional.empty());

  @Test
  void theSameVerdictIsNoChange() {
    assertThat(new Sn34Forecast(PASSED, PASSED).change()).isEmpty();
  }

  @Test
  void theSameFindingsInAnotherOrderAreNoChange() {
    Sn34Forecast forecast =
        new Sn34Forecast(
            Sn34Verdict.broken(List.of("one: a", "two: b")),
            Sn34Verdict.broken(List.of("two: b", "one: a")));
    assertThat(forecast.change()).isEmpty();
    assertThat(forecast.turns()).isFalse();
  }

  @Test
  void aPassThatBecomesARefusalTurns() {
    Sn34Verdict refused = Sn34Verdict.broken(List.of("signingCredential.invalid: EKU"));
    Sn34Forecast forecast = new Sn34Forecast(PASSED, refused);
    assertThat(forecast.turns()).isTrue();
    assertThat(forecast.change()).contains(refused);
  }

  @Test
  void anotherReasonForARefusalIsAChangeThatTurnsNothing() {
    Sn34Forecast forecast =
        new Sn34Forecast(Sn34Verdict.withoutManifest("none"), Sn34Verdict.broken(List.of("a: b")));
    assertThat(forecast.change()).isPresent();
    assertThat(forecast.turns()).isFalse();
  }
}
