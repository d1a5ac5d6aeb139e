package io.gasminer.miner.generation.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.media.PixelSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxAuthorityTest {
  private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
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
  void everyFormatIsSigned() throws Exception {
    SandboxAuthority authority = open(START);
    for (Format format : Format.values()) {
      PixelSize size = new PixelSize(320, 180);
      byte[] media = format.written(Landscape.of(size, "a lake", 1), new Studio(2));
      byte[] signed = authority.sign(media, "sandbox-image", START);
      assertThat(signed.length).as(format.name()).isGreaterThan(media.length);
      assertThat(PixelSize.of(signed)).contains(size);
    }
  }

  private SandboxAuthority open(Instant now) throws IOException {
    return SandboxAuthority.open(state, now, new Random(1));
  }

  private String root() throws IOException {
    return Files.readString(state.resolve(SandboxAuthority.ROOT_FILE));
  }
}
