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
        new Sn34Forecast(broken("one: a", "two: b"), broken("two: b", "one: a"));
    assertThat(forecast.change()).isEmpty();
    assertThat(forecast.turns()).isFalse();
  }

  @Test
  void aPassThatBecomesARefusalTurns() {
    Sn34Verdict refused = broken("signingCredential.invalid: EKU");
    Sn34Forecast forecast = new Sn34Forecast(PASSED, refused);
    assertThat(forecast.turns()).isTrue();
    assertThat(forecast.change()).contains(refused);
  }

  @Test
  void anotherReasonForARefusalIsAChangeThatTurnsNothing() {
    Sn34Forecast forecast =
        new Sn34Forecast(
            Sn34Verdict.broken(List.of(), "No C2PA manifest found: none"), broken("a: b"));
    assertThat(forecast.change()).isPresent();
    assertThat(forecast.turns()).isFalse();
  }

  private static Sn34Verdict broken(String... errors) {
    return Sn34Verdict.broken(
        List.of(errors), "Signature validation failed: " + String.join("; ", errors));
  }
}
