package io.gasminer.miner.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.c2pa.x509.AnchorList;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnchorWatchTest {
  /** Of the anchor that OpenAI's files lead to. */
  private static final LocalDate END = LocalDate.parse("2026-12-08");

  @Test
  void anAnchorIsToldFromSixtyDaysBeforeItsEndForEver() {
    assertThat(when(END.minusDays(61))).isEmpty();
    assertThat(when(END.minusDays(60))).containsExactly("ends on 2026-12-08, in 60 days");
    assertThat(when(END.minusDays(1))).containsExactly("ends on 2026-12-08, in 1 day");
    assertThat(when(END)).containsExactly("ends on 2026-12-08, today");
    assertThat(when(END.plusDays(1))).containsExactly("ended on 2026-12-08, 1 day ago");
    assertThat(when(END.plusDays(400))).containsExactly("ended on 2026-12-08, 400 days ago");
  }

  @Test
  void whoSignsUnderAnotherAnchorIsNotTold() {
    assertThat(AnchorWatch.endings(List.of("Google LLC"), END)).isEmpty();
    assertThat(AnchorWatch.lasts("Google LLC", END)).isTrue();
    assertThat(AnchorWatch.lasts("OpenAI", END)).isFalse();
    assertThat(AnchorWatch.lasts("OpenAI", END.minusDays(61))).isTrue();
    assertThat(AnchorWatch.endings(List.of(), END)).isEmpty();
  }

  @Test
  void whoSignsUnderNobodyKnowsWhatIsToldOfEveryMaker() {
    assertThat(AnchorWatch.endings(List.of("Somebody New"), END))
        .anyMatch(ending -> ending.entry().ends().equals(END));
  }

  private static List<String> when(LocalDate today) {
    return AnchorList.SN34.entries().stream()
        .filter(entry -> entry.ends().equals(END))
        .flatMap(entry -> AnchorWatch.ending(entry, today).stream())
        .map(AnchorWatch.Ending::when)
        .toList();
  }
}
