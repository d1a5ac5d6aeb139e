package io.gasminer.miner.generation.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.media.ContentType;
import io.gasminer.miner.media.PerceptualHash;
import io.gasminer.miner.media.PixelSize;
import io.gasminer.miner.media.Readability;
import io.gasminer.miner.media.Tier;
import io.gasminer.miner.task.Modality;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PictureTest {
  private static final int DUPLICATE = 8;
  private final Studio studio = new Studio(2);

  @Test
  void everyTierIsReachedInEveryShapeAndFormat() throws InterruptedException {
    for (Tier tier : Tier.values()) {
      for (Format format : Format.values()) {
        if (ContentType.of(new byte[0], tier.modality()).startsWith("video")
            == (format == Format.MP4)) {
          PixelSize size = Canvas.of(tier, "");
          byte[] media = format.written(Landscape.of(size, "a river", 7), studio);
          assertThat(PixelSize.of(media)).as("%s %s", tier, format).contains(size);
          assertThat(Tier.delivered(size, tier.modality())).isEqualTo(tier);
          assertThat(Readability.fault(media, tier.modality())).isEmpty();
          assertThat(ContentType.named(media)).contains(format.contentType());
        }
      }
    }
  }

  @Test
  void everyShapeKeepsTheTier() {
    for (Tier tier : Tier.values()) {
      for (String shape : List.of("1:1", "16:9", "9:16", "4:3", "3:4", "21:9", "9:21", "3x2")) {
        PixelSize size = Canvas.of(tier, shape);
        String[] sides = shape.split("[:x]");
        assertThat(Tier.delivered(size, tier.modality())).as("%s %s", tier, shape).isEqualTo(tier);
        assertThat(size.width() % 2 + size.height() % 2).isZero();
        assertThat((double) size.width() / size.height())
            .isCloseTo(
                Double.parseDouble(sides[0]) / Double.parseDouble(sides[1]),
                org.assertj.core.data.Percentage.withPercentage(1));
      }
      for (String shape : List.of("", "1:0", "0:1", "99999:1", "wide", "16:9:4", "-1:1")) {
        assertThat(Canvas.of(tier, shape)).isEqualTo(Canvas.of(tier, ""));
      }
    }
  }

  @Test
  void promptAndSeedMakePicturesThatNoDuplicateCheckConfuses() throws InterruptedException {
    List<PerceptualHash> hashes = new ArrayList<>();
    for (String prompt : List.of("a red fox", "a red fox.", "neon city", "a quiet lake", "dunes")) {
      for (int seed = 0; seed < 12; seed++) {
        byte[] png = PngFile.of(Landscape.of(new PixelSize(256, 256), prompt, seed), studio);
        hashes.add(PerceptualHash.of(png, Modality.IMAGE).orElseThrow());
      }
    }
    for (int i = 0; i < hashes.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(hashes.get(i).distance(hashes.get(j)))
            .as("%d %d", i, j)
            .isGreaterThan(DUPLICATE);
      }
    }
  }

  @Test
  void thePictureIsTheSameInEveryFormatAndSize() throws InterruptedException {
    PerceptualHash small =
        hash(PngFile.of(Landscape.of(new PixelSize(300, 300), "hills", 5), studio));
    PerceptualHash large =
        hash(JpegFile.of(Landscape.of(new PixelSize(900, 900), "hills", 5), studio));
    assertThat(small.distance(large)).isLessThan(40);
  }

  @Test
  void samePromptAndSeedMakeTheSameBytes() throws InterruptedException {
    PixelSize size = new PixelSize(333, 257);
    assertThat(PngFile.of(Landscape.of(size, "x", 1), studio))
        .isEqualTo(PngFile.of(Landscape.of(size, "x", 1), studio));
  }

  @Test
  void aFilmMoves() {
    Painting painting = Landscape.of(new PixelSize(320, 180), "a ship at sea", 3);
    int[] first = new int[320];
    int[] last = new int[320];
    painting.at(0).row(100, first);
    painting.at(1).row(100, last);
    assertThat(Arrays.mismatch(first, last)).isNotNegative();
  }

  @Test
  void promptsOfEveryKindAreWrittenWithoutFonts() {
    PixelSize size = new PixelSize(200, 120);
    String allCharacters =
        IntStream.range(0, 0x3000).mapToObj(Character::toString).reduce("", String::concat);
    for (String prompt :
        List.of(
            "",
            " ",
            "\n",
            "Straße naïve café 漢字 🦊",
            "x".repeat(5_000),
            "a ".repeat(9_000),
            allCharacters)) {
      int[] row = new int[200];
      Painting.Brush brush = Landscape.of(size, prompt, 1).at(0);
      for (int y = 0; y < 120; y++) {
        brush.row(y, row);
      }
      assertThat(row).isNotEqualTo(new int[200]);
    }
  }

  private static PerceptualHash hash(byte[] image) {
    return PerceptualHash.of(image, Modality.IMAGE).orElseThrow();
  }
}
