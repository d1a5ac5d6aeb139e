package io.gasminer.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.c2pa.asset.DamagedAsset;
import io.gasminer.c2pa.asset.MediaType;
import io.gasminer.c2pa.asset.PdfSamples;
import io.gasminer.c2pa.asset.Source;
import io.gasminer.c2pa.x509.TrustStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SVG, JPEG XL, PDF and BigTIFF, cut and changed: reading and writing them ends in a value. */
class DamagedContainersTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int FLIPS = 1500;

  private final C2paReader reader = new C2paReader(TrustStore.none(), InstantSource.fixed(NOW));
  private final Map<MediaType, byte[]> samples = new EnumMap<>(MediaType.class);

  @BeforeEach
  void signSamples() throws CannotSign {
    C2paSigner signer =
        new C2paSigner(
            PrivateAuthority.create("Root", NOW).issue("Org", "Signer", NOW), new Random(3));
    ClaimDraft draft =
        ClaimDraft.generated(
            ClaimDraft.Software.of("tests", "1"), ClaimDraft.Software.of("gradient"), NOW);
    Map<String, byte[]> unsigned = Samples.every();
    for (String name : new String[] {"a.svg", "a.jxl", "big.tif"}) {
      byte[] signed = signer.sign(unsigned.getOrDefault(name, new byte[0]), draft);
      samples.put(type(signed), signed);
    }
    byte[] store = new byte[300];
    samples.put(MediaType.PDF, PdfSamples.withStreams(store));
    samples.put(MediaType.STORE, PdfSamples.withTable(store));
  }

  @Test
  void aFileThatIsCutAtAnyByteEndsInAResult() {
    samples.forEach(
        (type, asset) -> {
          long start = System.nanoTime();
          for (int length = 0; length < asset.length; length++) {
            assertThat(reader.readAs(as(type), Arrays.copyOf(asset, length))).isNotNull();
          }
          assertThat(Duration.ofNanos(System.nanoTime() - start)).as("%s", type).isLessThan(SOON);
        });
  }

  @Test
  void aFileWithFlippedBytesEndsInAResult() throws IOException {
    Random random = new Random(19);
    for (Map.Entry<MediaType, byte[]> sample : samples.entrySet()) {
      for (int i = 0; i < FLIPS; i++) {
        byte[] flipped = sample.getValue().clone();
        for (int flips = random.nextInt(1, 6); flips > 0; flips--) {
          flipped[random.nextInt(flipped.length)] = (byte) random.nextInt();
        }
        assertThat(reader.readAs(as(sample.getKey()), flipped)).isNotNull();
        assertThat(embeds(as(sample.getKey()), flipped)).isIn(true, false);
      }
    }
  }

  /** Digits and brackets hit the structure of a PDF more often than any byte does. */
  @Test
  void aPdfWithOtherNumbersAndBracketsEndsInAResult() {
    Random random = new Random(23);
    byte[] letters = "0123456789<>[]()/% RnfobjstreamPrev".getBytes(StandardCharsets.US_ASCII);
    byte[] pdf = PdfSamples.withTable(new byte[20]);
    for (int i = 0; i < 20_000; i++) {
      byte[] changed = pdf.clone();
      for (int flips = random.nextInt(1, 6); flips > 0; flips--) {
        changed[random.nextInt(changed.length)] = letters[random.nextInt(letters.length)];
      }
      assertThat(reader.readAs(MediaType.PDF, changed)).isNotNull();
    }
  }

  @Test
  void randomBytesEndInAResultForEveryType() {
    RandomGenerator random = new Random(29);
    for (MediaType type : MediaType.values()) {
      for (int i = 0; i < 300; i++) {
        byte[] asset = new byte[random.nextInt(300)];
        random.nextBytes(asset);
        byte[] head = samples.getOrDefault(type, new byte[0]);
        System.arraycopy(
            head, 0, asset, 0, Math.min(random.nextInt(80), Math.min(asset.length, head.length)));
        assertThat(reader.readAs(type, asset)).isNotNull();
      }
    }
  }

  private static boolean embeds(MediaType type, byte[] asset) throws IOException {
    try (Source source = Source.of(asset)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      type.container().orElseThrow().embed(source, 100).write(source, new byte[100], out);
      return out.size() > 100;
    } catch (DamagedAsset damaged) {
      return false;
    }
  }

  /** The second PDF stands under the type that has no parser of its own. */
  private static MediaType as(MediaType type) {
    return type == MediaType.STORE ? MediaType.PDF : type;
  }

  private static MediaType type(byte[] asset) {
    try (Source source = Source.of(asset)) {
      return MediaType.recognised(source);
    } catch (IOException impossible) {
      return MediaType.UNKNOWN;
    }
  }
}
