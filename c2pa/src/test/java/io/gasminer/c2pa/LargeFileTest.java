package io.gasminer.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.c2pa.x509.TrustStore;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However large a file is, hashing it takes a small and fixed part of memory. */
class LargeFileTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final long GIBIBYTE = 1024L * 1024 * 1024;

  /** The file has no blocks for most of its length, so that nothing but hashing takes time. */
  @Test
  void aGibibyteIsHashedWithSixtyFourMebibytesOfHeap(@TempDir Path folder) throws Exception {
    C2paSigner signer =
        new C2paSigner(
            PrivateAuthority.create("Root", NOW).issue("Org", "Signer", NOW), new Random(3));
    ClaimDraft draft =
        ClaimDraft.generated(
            ClaimDraft.Software.of("tests", "1"), ClaimDraft.Software.of("gradient"), NOW);
    Path small = Files.write(folder.resolve("small.mp4"), signer.sign(Samples.mp4(), draft));
    assertThat(child(small)).isEqualTo("Valid [signingCredential.untrusted]");
    Path large = Files.copy(small, folder.resolve("large.mp4"));
    grow(large);
    assertThat(child(large))
        .isEqualTo("Invalid [assertion.bmffHash.mismatch, signingCredential.untrusted]");
  }

  /** One more box of media, which the claim knows nothing of and which must be hashed. */
  private static void grow(Path file) throws IOException {
    try (RandomAccessFile media = new RandomAccessFile(file.toFile(), "rw")) {
      media.seek(media.length());
      ByteBuffer head = ByteBuffer.allocate(16).putInt(1);
      head.put("mdat".getBytes(StandardCharsets.US_ASCII)).putLong(GIBIBYTE);
      media.write(head.array());
      media.setLength(media.length() - head.capacity() + GIBIBYTE);
    }
  }

  private static String child(Path file) throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx64m",
                    "-XX:MaxDirectMemorySize=16m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Child.class.getName(),
                    file.toString()))
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return printed.strip();
  }

  /** Verifies one file and prints what came of it. */
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) {
      C2paReader reader = new C2paReader(TrustStore.none(), InstantSource.fixed(NOW));
      System.out.println(
          switch (reader.read(Path.of(arguments[0]))) {
            case ReadResult.Report(var report) ->
                report.state().text()
                    + " "
                    + report.results().activeManifest().failure().stream()
                        .map(status -> status.code())
                        .sorted()
                        .toList();
            case ReadResult.NoManifest(String reason) -> reason;
            case ReadResult.Unreadable(String reason) -> reason;
          });
    }
  }
}
