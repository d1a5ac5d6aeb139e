package io.gasminer.miner.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.task.Modality;
import org.junit.jupiter.api.Test;

class TierTest {
  @Test
  void anImageCountsByItsSmallerSide() {
    assertThat(image(1899, 9000)).isEqualTo(Tier.IMAGE_1K);
    assertThat(image(1900, 1900)).isEqualTo(Tier.IMAGE_2K);
    assertThat(image(9000, 3499)).isEqualTo(Tier.IMAGE_2K);
    assertThat(image(3500, 3501)).isEqualTo(Tier.IMAGE_4K);
  }

  @Test
  void aVideoCountsByItsPixels() {
    assertThat(video(854, 480)).isEqualTo(Tier.VIDEO_480P);
    assertThat(video(779_999, 1)).isEqualTo(Tier.VIDEO_480P);
    assertThat(video(780_000, 1)).isEqualTo(Tier.VIDEO_720P);
    assertThat(video(1280, 720)).isEqualTo(Tier.VIDEO_720P);
    assertThat(video(1_759_999, 1)).isEqualTo(Tier.VIDEO_720P);
    assertThat(video(1760, 1000)).isEqualTo(Tier.VIDEO_1080P);
    assertThat(video(Integer.MAX_VALUE, Integer.MAX_VALUE)).isEqualTo(Tier.VIDEO_1080P);
  }

  @Test
  void moreThanWasRequestedNeverPays() {
    assertThat(Tier.IMAGE_4K.priced(Tier.IMAGE_2K)).isEqualTo(Tier.IMAGE_2K);
    assertThat(Tier.IMAGE_1K.priced(Tier.IMAGE_2K)).isEqualTo(Tier.IMAGE_1K);
  }

  @Test
  void theShortfallIsCountedInTiers() {
    assertThat(Tier.VIDEO_480P.shortfall(Tier.VIDEO_1080P)).isEqualTo(2);
    assertThat(Tier.VIDEO_1080P.shortfall(Tier.VIDEO_480P)).isZero();
  }

  @Test
  void aTierIsFoundByItsNameWithinItsModality() {
    assertThat(Tier.named("4k", Modality.IMAGE)).contains(Tier.IMAGE_4K);
    assertThat(Tier.named("720P", Modality.VIDEO)).contains(Tier.VIDEO_720P);
    assertThat(Tier.named("4K", Modality.VIDEO)).isEmpty();
    assertThat(Tier.of(Modality.VIDEO).getFirst()).isEqualTo(Tier.baseline(Modality.VIDEO));
    assertThat(Tier.of(Modality.IMAGE).getFirst()).isEqualTo(Tier.baseline(Modality.IMAGE));
  }

  private static Tier image(int width, int height) {
    return Tier.delivered(new PixelSize(width, height), Modality.IMAGE);
  }

  private static Tier video(int width, int height) {
    return Tier.delivered(new PixelSize(width, height), Modality.VIDEO);
  }
}
