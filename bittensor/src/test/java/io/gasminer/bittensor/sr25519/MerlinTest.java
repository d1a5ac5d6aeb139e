package io.gasminer.bittensor.sr25519;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The published vectors of Merlin, which the implementations in Rust and Go share. */
class MerlinTest {
  @Test
  void aSimpleTranscriptGivesThePublishedChallenge() {
    Transcript transcript = new Transcript("test protocol");
    transcript.append("some label", ascii("some data"));
    assertThat(HexFormat.of().formatHex(transcript.challenge("challenge", 32)))
        .isEqualTo("d5a21972d0d5fe320c0d263fac7fffb8145aa640af6e9bca177c03c7efcf0615");
  }

  @Test
  void aLongTranscriptThatFeedsOnItselfGivesThePublishedChallenge() {
    Transcript transcript = new Transcript("test protocol");
    transcript.append("step1", ascii("some data"));
    byte[] data = new byte[1024];
    Arrays.fill(data, (byte) 99);
    byte[] challenge = new byte[0];
    for (int i = 0; i < 32; i++) {
      challenge = transcript.challenge("challenge", 32);
      transcript.append("bigdata", data).append("challengedata", challenge);
    }
    assertThat(HexFormat.of().formatHex(challenge))
        .isEqualTo("a8c933f54fae76e3f9bea93648c1308e7dfa2152dd51674ff3ca438351cf003c");
  }

  @Test
  void aCopyLeavesTheOriginalAlone() {
    Transcript one = new Transcript("test protocol");
    Transcript copy = one.copy();
    byte[] before = one.copy().challenge("c", 32);
    copy.append("more", ascii("data"));
    assertThat(one.challenge("c", 32)).isEqualTo(before);
    assertThat(copy.challenge("c", 32)).isNotEqualTo(before);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
