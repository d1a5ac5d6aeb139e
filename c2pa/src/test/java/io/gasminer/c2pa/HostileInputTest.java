package io.gasminer.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.c2pa.cbor.CborDecoder;
import io.gasminer.c2pa.cbor.Decoded;
import io.gasminer.c2pa.jumbf.JumbfParser;
import io.gasminer.c2pa.jumbf.JumbfType;
import io.gasminer.c2pa.jumbf.JumbfWriter;
import io.gasminer.c2pa.jumbf.Parsed;
import io.gasminer.c2pa.x509.TrustStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whatever the bytes are, reading them ends soon and in a value. */
class HostileInputTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int SMALL = 40_000;
  private static final int CUTS = 250;
  private static final int FLIPS = 200;

  private final C2paReader reader =
      new C2paReader(TrustStore.none(), InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z")));

  @Test
  void aFileThatIsCutAnywhereEndsInAResult() throws IOException {
    for (byte[] asset : samples()) {
      int step = Math.max(1, asset.length / CUTS);
      for (int length = 0; length < asset.length; length += step) {
        assertThat(reader.forecast(Arrays.copyOf(asset, length)).newer()).isNotNull();
      }
    }
  }

  @Test
  void aFileWithFlippedBytesEndsInAResult() throws IOException {
    RandomGenerator random = seeded(7);
    for (byte[] asset : samples()) {
      for (int i = 0; i < FLIPS; i++) {
        byte[] flipped = asset.clone();
        for (int flips = random.nextInt(1, 5); flips > 0; flips--) {
          flipped[random.nextInt(flipped.length)] = (byte) random.nextInt();
        }
        assertThat(reader.forecast(flipped).newer()).isNotNull();
      }
    }
  }

  @Test
  void randomBytesBehindEveryMagicEndInAResult() {
    RandomGenerator random = seeded(11);
    List<byte[]> magics =
        List.of(
            new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
            new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
            new byte[] {0, 0, 0, 16, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 0, 0, 0, 0},
            "GIF89a".getBytes(StandardCharsets.US_ASCII),
            "RIFF    WEBP".getBytes(StandardCharsets.US_ASCII),
            "RIFF    WAVE".getBytes(StandardCharsets.US_ASCII),
            "II*\0".getBytes(StandardCharsets.US_ASCII),
            "ID3".getBytes(StandardCharsets.US_ASCII),
            "fLaC".getBytes(StandardCharsets.US_ASCII));
    for (byte[] magic : magics) {
      for (int i = 0; i < 300; i++) {
        byte[] asset = Arrays.copyOf(magic, magic.length + random.nextInt(400));
        for (int at = magic.length; at < asset.length; at++) {
          // Small numbers make more lengths that fit.
          asset[at] = (byte) (random.nextInt(3) == 0 ? random.nextInt() : random.nextInt(4));
        }
        assertThat(reader.forecast(asset).newer()).isNotNull();
      }
    }
  }

  @Test
  void cborThatIsNestedDeeplyOrLiesAboutItsLengthIsMalformed() {
    for (int head : new int[] {0x81, 0xA1, 0xC1, 0x9F, 0xBF, 0x5F, 0x7F}) {
      byte[] nested = new byte[1_000_000];
      Arrays.fill(nested, (byte) head);
      assertThat(CborDecoder.decode(nested)).isInstanceOf(Decoded.Malformed.class);
    }
    for (int head : new int[] {0x5B, 0x7B, 0x9B, 0xBB}) {
      byte[] huge = ByteBuffer.allocate(9).put((byte) head).putLong(Long.MAX_VALUE).array();
      assertThat(CborDecoder.decode(huge)).isInstanceOf(Decoded.Malformed.class);
      byte[] negative = ByteBuffer.allocate(9).put((byte) head).putLong(-1).array();
      assertThat(CborDecoder.decode(negative)).isInstanceOf(Decoded.Malformed.class);
    }
  }

  @Test
  void jumbfThatIsNestedDeeplyIsMalformed() {
    byte[] box = JumbfWriter.content("cbor", new byte[] {0});
    for (int depth = 0; depth < 100; depth++) {
      box = JumbfWriter.superbox(JumbfType.STORE, "c2pa", box);
    }
    assertThat(JumbfParser.parse(box)).isInstanceOf(Parsed.Malformed.class);
  }

  @Test
  void randomJumbfEndsInAValue() {
    RandomGenerator random = seeded(17);
    byte[] box =
        JumbfWriter.superbox(
            JumbfType.STORE,
            "c2pa",
            JumbfWriter.superbox(
                JumbfType.MANIFEST,
                "urn:x",
                JumbfWriter.content("cbor", new byte[] {(byte) 0xA0})));
    for (int i = 0; i < 20_000; i++) {
      byte[] flipped = box.clone();
      flipped[random.nextInt(flipped.length)] = (byte) random.nextInt();
      assertThat(JumbfParser.parse(flipped)).isNotNull();
    }
  }

  @Test
  void aPngOfAMillionChunksIsReadSoon() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    byte[] chunk = {0, 0, 0, 0, 't', 'E', 'X', 't', 0, 0, 0, 0};
    for (int i = 0; i < 1_000_000; i++) {
      png.write(chunk);
    }
    long start = System.nanoTime();
    assertThat(reader.forecast(png.toByteArray()).newer()).isNotNull();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
  }

  /** The smallest file of each kind, so that many variants can be read. */
  private static List<byte[]> samples() throws IOException {
    Corpus corpus = Corpus.find();
    Map<String, Path> smallest = new HashMap<>();
    for (JsonNode row : corpus.rows()) {
      Path file = corpus.media(row);
      boolean good = row.path("has_manifest").asBoolean(false) && Files.size(file) > 2000;
      String magic = row.path("magic").stringValue();
      if (good
          && (!smallest.containsKey(magic) || Files.size(file) < Files.size(smallest.get(magic)))) {
        smallest.put(magic, file);
      }
    }
    List<byte[]> samples = new ArrayList<>();
    for (Path file : smallest.values()) {
      if (Files.size(file) < SMALL) {
        samples.add(Files.readAllBytes(file));
      }
    }
    return samples;
  }

  private static RandomGenerator seeded(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }
}
