package io.gasminer.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.c2pa.ClaimDraft.Software;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is larger than the heap by far is signed as any other. */
class LargeSigningTest {
  private static final long SIZE = 160L << 20;

  @TempDir private Path folder;

  @Test
  void aHundredAndSixtyMebibytesAreSignedInAHeapOfTwentyFour() throws Exception {
    Path in = folder.resolve("large.mp4");
    byte[] head = Samples.mp4();
    Files.write(in, head);
    // The last box is the media, and reaches to the end of the file.
    String letters = new String(head, StandardCharsets.ISO_8859_1);
    try (RandomAccessFile file = new RandomAccessFile(in.toFile(), "rw")) {
      int media = letters.indexOf("mdat") - 4;
      file.seek(media);
      file.writeInt((int) (SIZE - media));
      file.setLength(SIZE);
    }
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process child =
        new ProcessBuilder(
                java.toString(),
                "-Xmx24m",
                "-cp",
                System.getProperty("java.class.path"),
                Signing.class.getName(),
                in.toString(),
                folder.resolve("signed.mp4").toString())
            .redirectErrorStream(true)
            .start();
    String printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(printed).isEqualToIgnoringNewLines("signed");
  }

  /** What the small virtual machine runs. */
  static final class Signing {
    private Signing() {}

    public static void main(String[] arguments) throws Exception {
      Instant now = Instant.now();
      PrivateAuthority authority = PrivateAuthority.create("Org", now);
      new C2paSigner(authority.issue("Org", "Signer", now), new Random(1))
          .sign(
              Path.of(arguments[0]),
              Path.of(arguments[1]),
              ClaimDraft.generated(Software.of("tests"), Software.of("nothing"), now));
      System.out.println(Files.size(Path.of(arguments[1])) > SIZE ? "signed" : "too short");
    }
  }
}
