package io.gasminer.c2pa.timestamp;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.c2pa.timestamp.TimeStamp.Authority;
import io.gasminer.c2pa.x509.Finding;
import io.gasminer.c2pa.x509.TrustStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimeStampTest {
  private static final Instant TIME = Instant.parse("2026-11-24T12:00:00Z");
  private static final Instant NOW = Instant.parse("2027-11-24T12:00:00Z");
  private static final byte[] STAMPED = "stamped".getBytes(StandardCharsets.UTF_8);

  private TestTimeAuthority authority;
  private TrustStore trust;
  private byte[] token;

  @BeforeEach
  void aTokenIsMade() throws Exception {
    authority = new TestTimeAuthority(TIME);
    trust = TrustStore.none().withAnchors(List.of(authority.anchor()));
    token = authority.token(STAMPED).orElseThrow();
  }

  @Test
  void aTokenOfATrustedAuthorityCountsAfterItsCertificateHasRunOut() {
    TimeStampVerdict verdict = new TimeStamp(token, STAMPED).judge(Authority.TRUSTED, trust, NOW);
    assertThat(verdict.time()).contains(TIME);
    assertThat(codes(verdict)).containsExactly("timeStamp.validated", "timeStamp.trusted");
  }

  @Test
  void anUnknownAuthorityCountsOnlyWhereNoneIsDemanded() {
    TimeStamp stamp = new TimeStamp(token, STAMPED);
    TimeStampVerdict refused = stamp.judge(Authority.TRUSTED, TrustStore.none(), NOW);
    assertThat(refused.time()).isEmpty();
    assertThat(codes(refused)).containsExactly("timeStamp.validated", "timeStamp.untrusted");
    assertThat(stamp.judge(Authority.SOUND, TrustStore.none(), NOW).time()).contains(TIME);
    assertThat(stamp.judge(Authority.ANY, TrustStore.none(), NOW).time()).contains(TIME);
  }

  @Test
  void aTokenForOtherBytesIsAMismatchAndNoFailure() {
    TimeStampVerdict verdict = new TimeStamp(token, token).judge(Authority.ANY, trust, NOW);
    assertThat(verdict.time()).isEmpty();
    assertThat(codes(verdict)).containsExactly("timeStamp.mismatch");
    assertThat(verdict.findings())
        .extracting(Finding::kind)
        .containsOnly(Finding.Kind.INFORMATIONAL);
  }

  @Test
  void hostileBytesEndInValuesAndNeverInAnotherTime() {
    List<String> wrong = new ArrayList<>();
    for (int length = 0; length < token.length; length++) {
      if (time(Arrays.copyOf(token, length)).isPresent()) {
        wrong.add("cut at " + length);
      }
    }
    Random random = new Random(34);
    for (int round = 0; round < 400; round++) {
      byte[] changed = token.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      if (time(changed).filter(time -> !time.equals(TIME)).isPresent()) {
        wrong.add("round " + round);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private Optional<Instant> time(byte[] bytes) {
    return new TimeStamp(bytes, STAMPED).judge(Authority.TRUSTED, trust, NOW).time();
  }

  private static List<String> codes(TimeStampVerdict verdict) {
    return verdict.findings().stream().map(Finding::code).toList();
  }
}
