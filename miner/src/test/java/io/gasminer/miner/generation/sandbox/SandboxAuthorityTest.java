package io.gasminer.miner.generation.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.c2pa.C2paReader;
import io.gasminer.c2pa.ClaimDraft;
import io.gasminer.c2pa.ManifestReport;
import io.gasminer.c2pa.ReadResult;
import io.gasminer.c2pa.ValidationReport;
import io.gasminer.c2pa.ValidationState;
import io.gasminer.c2pa.x509.TrustStore;
import io.gasminer.miner.media.PixelSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxAuthorityTest {
  private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
  private static final PixelSize SIZE = new PixelSize(320, 180);
  @TempDir Path state;

  @Test
  void theAuthorityIsKeptBetweenStarts() throws IOException {
    open(START);
    String root = root();
    open(START.plus(Duration.ofDays(300)));
    assertThat(root()).isEqualTo(root).contains("BEGIN CERTIFICATE").doesNotContain("PRIVATE");
  }

  @Test
  void anAuthorityThatRunsOutIsReplaced() throws IOException {
    open(START);
    String root = root();
    open(START.plus(Duration.ofDays(365)));
    assertThat(root()).isNotEqualTo(root);
  }

  @Test
  void aDamagedOrMissingFileMeansANewAuthority() throws IOException {
    open(START);
    String root = root();
    Files.writeString(state.resolve("sandbox-signer.pem"), "nonsense");
    open(START);
    assertThat(root()).isNotEqualTo(root);
    String second = root();
    Files.delete(state.resolve(SandboxAuthority.ROOT_FILE));
    open(START);
    assertThat(root()).isEqualTo(second);
  }

  @Test
  void theKeyIsForItsOwnerOnly() throws IOException {
    open(START);
    Path signer = state.resolve("sandbox-signer.pem");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(signer)))
        .isEqualTo("rw-------");
    assertThat(new SignerFile(state).read().orElseThrow().toString()).doesNotContain("PRIVATE");
  }

  @Test
  void everyFormatIsTrustedUnderTheKeptRootAndUnderNoOther() throws Exception {
    open(START);
    SandboxAuthority kept = open(START.plusSeconds(60));
    SandboxAuthority other = SandboxAuthority.open(state.resolve("other"), START, new Random(2));
    for (Format format : Format.values()) {
      byte[] signed = kept.sign(painted(format), "sandbox-image", START);
      assertThat(PixelSize.of(signed)).contains(SIZE);
      assertThat(verdict(signed, kept)).as(format.name()).isEqualTo(ValidationState.TRUSTED);
      assertThat(verdict(signed, other)).as(format.name()).isNotEqualTo(ValidationState.TRUSTED);
      signed[signed.length / 2] ^= 1;
      assertThat(verdict(signed, kept)).as(format.name()).isNotEqualTo(ValidationState.TRUSTED);
    }
  }

  @Test
  void theClaimSaysThatAModelMadeItAndWhichAndWhen() throws Exception {
    SandboxAuthority authority = open(START);
    byte[] signed = authority.sign(painted(Format.PNG), "sandbox-image", START);
    ManifestReport manifest = report(signed, authority).active();
    assertThat(manifest.claimVersion()).isEqualTo(2);
    assertThat(manifest.digitalSourceTypes()).containsExactly(ClaimDraft.TRAINED_ALGORITHMIC_MEDIA);
    assertThat(manifest.claimGeneratorInfo().toString()).contains("gas-miner sandbox");
    assertThat(manifest.assertions().toString())
        .contains("c2pa.created", "sandbox-image", "2026-11-24T10:00:00Z");
    assertThat(manifest.signature().orElseThrow().toString())
        .contains(SandboxAuthority.ORGANISATION);
  }

  private static byte[] painted(Format format) throws InterruptedException {
    return format.written(Landscape.of(SIZE, "a lake", 1), new Studio(2));
  }

  private static ValidationState verdict(byte[] signed, SandboxAuthority trusted) {
    return switch (reader(trusted).read(signed)) {
      case ReadResult.Report(ValidationReport report) -> report.state();
      case ReadResult.NoManifest none -> ValidationState.INVALID;
      case ReadResult.Unreadable unreadable -> ValidationState.INVALID;
    };
  }

  private static ValidationReport report(byte[] signed, SandboxAuthority trusted) {
    return ((ReadResult.Report) reader(trusted).read(signed)).report();
  }

  private static C2paReader reader(SandboxAuthority trusted) {
    return new C2paReader(
        TrustStore.none().withAnchors(List.of(trusted.anchor())),
        InstantSource.fixed(START.plusSeconds(120)));
  }

  private SandboxAuthority open(Instant now) throws IOException {
    return SandboxAuthority.open(state, now, new Random(1));
  }

  private String root() throws IOException {
    return Files.readString(state.resolve(SandboxAuthority.ROOT_FILE));
  }
}
