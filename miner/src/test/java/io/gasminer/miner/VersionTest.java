package io.gasminer.miner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionTest {
  @Test
  void aReleaseHasOneNumberOnTheChain() {
    assertThat(Version.number("1.2.3")).isEqualTo(1_002_003);
    assertThat(Version.number("0.1.0-SNAPSHOT")).isEqualTo(1_000);
    assertThat(Version.number("999.999.999")).isEqualTo(999_999_999).isLessThan(1L << 32);
    assertThat(Version.number("unknown")).isZero();
  }
}
