package io.gasminer.c2pa.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SvgWalkTest {
  private static final String SVG =
      """
      <?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b>">]>
      <!-- <metadata><c2pa:manifest>no</c2pa:manifest></metadata> -->
      <svg a="<metadata>" b='"/>'><g><![CDATA[<metadata>]]></g><path/>
      <metadata>
        <x/><c2pa:manifest c="d">AAAA</c2pa:manifest></metadata></svg>
      """;

  @Test
  void theManifestIsFoundBehindWhatOnlyLooksLikeOne() throws DamagedAsset {
    Range found = new SvgWalk(SVG).manifest().orElseThrow();
    assertThat(SVG.substring((int) found.offset(), (int) found.end())).isEqualTo("AAAA");
  }

  @Test
  void amongOtherElementsOrEmptyThereIsNone() throws DamagedAsset {
    assertThat(new SvgWalk("<svg><c2pa:manifest>A</c2pa:manifest></svg>").manifest()).isEmpty();
    assertThat(new SvgWalk("<svg><metadata><c2pa:manifest/></metadata></svg>").manifest())
        .isEmpty();
    assertThat(new SvgWalk("").manifest()).isEmpty();
  }

  @Test
  void elementsThatDoNotMatchAreDamage() {
    assertThatThrownBy(() -> new SvgWalk("<svg></metadata>").manifest())
        .isInstanceOf(DamagedAsset.class);
    assertThatThrownBy(() -> new SvgWalk("<a>".repeat(1000)).manifest())
        .isInstanceOf(DamagedAsset.class);
  }

  @Test
  void anyTextEndsSoonAndInAnOutcome() {
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(SVG.substring(0, random.nextInt(SVG.length() + 1)));
      for (int flips = random.nextInt(4); flips > 0 && !text.isEmpty(); flips--) {
        text.setCharAt(random.nextInt(text.length()), "<>/!?[]-\"' a".charAt(random.nextInt(12)));
      }
      assertThat(outcome(text.toString())).isNotNull();
    }
    assertThat(outcome("<!a>".repeat(2_000_000))).isEmpty();
  }

  private static Optional<Range> outcome(String text) {
    try {
      return new SvgWalk(text).manifest();
    } catch (DamagedAsset damaged) {
      return Optional.empty();
    }
  }
}
