package io.gasminer.miner.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.task.Modality;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierRewardTest {
  @ParameterizedTest
  @CsvSource({
    "IMAGE_1K, 1.0000",
    "IMAGE_2K, 1.4142",
    "IMAGE_4K, 2.0000",
  })
  void anImageCountsAsTheRootOfItsRelativePrice(Tier tier, String expected) {
    assertThat(rounded(TierReward.multiplier(tier, tier, Optional.empty()))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "veo, VIDEO_480P, 1.5275",
    "veo, VIDEO_720P, 2.2509",
    "veo, VIDEO_1080P, 3.6515",
    "dreamina-seedance-2-0-fast, VIDEO_480P, 1.5275",
    "dreamina-seedance-2-0-fast, VIDEO_720P, 2.2509",
    "dreamina-seedance-2-0-fast, VIDEO_1080P, 2.2509",
    "dreamina-seedance-2-0, VIDEO_480P, 1.8257",
    "dreamina-seedance-2-0, VIDEO_720P, 3.6515",
    "dreamina-seedance-2-0, VIDEO_1080P, 4.0000",
  })
  void aVideoCountsByItsListOverThreeCentsASecond(String list, Tier tier, String expected) {
    assertThat(rounded(TierReward.multiplier(tier, tier, Optional.of(list)))).isEqualTo(expected);
  }

  @Test
  void moreThanWasAskedForNeverPaysMore() {
    assertThat(TierReward.multiplier(Tier.IMAGE_4K, Tier.IMAGE_1K, Optional.empty()))
        .isEqualTo(TierReward.multiplier(Tier.IMAGE_1K, Tier.IMAGE_1K, Optional.empty()));
    assertThat(TierReward.multiplier(Tier.VIDEO_1080P, Tier.VIDEO_480P, Optional.of("veo")))
        .isEqualTo(TierReward.multiplier(Tier.VIDEO_480P, Tier.VIDEO_480P, Optional.of("veo")));
  }

  @Test
  void eachMissingTierOfAVideoTakesFourTenthsAndOfAnImageNothingMore() {
    assertThat(
            rounded(TierReward.multiplier(Tier.VIDEO_720P, Tier.VIDEO_1080P, Optional.of("veo"))))
        .isEqualTo("1.3506");
    assertThat(
            rounded(TierReward.multiplier(Tier.VIDEO_480P, Tier.VIDEO_1080P, Optional.of("veo"))))
        .isEqualTo("0.5499");
    assertThat(rounded(TierReward.multiplier(Tier.IMAGE_1K, Tier.IMAGE_4K, Optional.empty())))
        .isEqualTo("1.0000");
  }

  @Test
  void aVideoOnNoListIsNotGuessedAt() {
    List<Optional<BigDecimal>> all = new ArrayList<>();
    for (Tier tier : Tier.of(Modality.VIDEO)) {
      all.add(TierReward.multiplier(tier, tier, Optional.empty()));
      all.add(TierReward.multiplier(tier, tier, Optional.of("nobody's")));
    }
    assertThat(all).hasSize(6).allSatisfy(value -> assertThat(value).isEmpty());
  }

  private static String rounded(Optional<BigDecimal> value) {
    return value.orElseThrow().setScale(4, RoundingMode.HALF_EVEN).toPlainString();
  }
}
