package io.gasminer.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.c2pa.asset.Located;
import io.gasminer.c2pa.asset.MediaType;
import io.gasminer.c2pa.asset.Source;
import io.gasminer.c2pa.jumbf.Inflation;
import io.gasminer.c2pa.jumbf.JumbfParser;
import io.gasminer.c2pa.jumbf.JumbfType;
import io.gasminer.c2pa.jumbf.JumbfWriter;
import io.gasminer.c2pa.jumbf.Superbox;
import io.gasminer.c2pa.x509.TrustStore;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A manifest that was compressed counts like one that was not, and a bomb is only unreadable. */
class CompressedManifestTest {
  private static final int BLOCK = 65_536;
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  @TempDir private Path folder;
  private Path signed;
  private byte[] store;
  private C2paReader reader;

  @BeforeEach
  void aPictureIsSigned() throws Exception {
    PrivateAuthority authority = PrivateAuthority.create("Example Root", NOW);
    Path picture = Files.write(folder.resolve("a.png"), Samples.png());
    signed = folder.resolve("signed.png");
    new C2paSigner(authority.issue("Example", "Signer", NOW), new SecureRandom())
        .sign(
            picture,
            signed,
            ClaimDraft.generated(
                ClaimDraft.Software.of("example", "1"), ClaimDraft.Software.of("a model"), NOW));
    reader =
        new C2paReader(
            TrustStore.none().withAnchors(List.of(authority.anchor())), InstantSource.fixed(NOW));
    try (Source source = Source.open(signed)) {
      store =
          ((Located.Store) MediaType.of(source).container().orElseThrow().locate(source)).bytes();
    }
  }

  @Test
  void theVerdictIsThatOfTheManifestInside() {
    assertThat(state(store)).isEqualTo("Trusted");
    assertThat(state(packed(stored(manifest())))).isEqualTo("Trusted");
  }

  @Test
  void bothVersionsOfTheReaderPassWhatWeSign() {
    Forecast forecast = reader.forecast(signed);
    assertThat(((ReadResult.Report) forecast.pinned()).report().state())
        .isEqualTo(ValidationState.TRUSTED);
    assertThat(((ReadResult.Report) forecast.newer()).report().state())
        .isEqualTo(ValidationState.TRUSTED);
  }

  @Test
  void aChangedByteInsideIsFound() {
    byte[] changed = manifest();
    changed[changed.length - 1] ^= 1;
    assertThat(state(packed(stored(changed)))).isNotEqualTo("Trusted");
  }

  @Test
  void streamsThatAreCutOrHoldNoManifestAreUnreadable() {
    byte[] whole = stored(manifest());
    List<String> read = new ArrayList<>();
    for (int length = 0; length < whole.length - 1; length++) {
      String state = state(packed(Arrays.copyOf(whole, length)));
      if (!state.equals("unreadable")) {
        read.add(length + ": " + state);
      }
    }
    assertThat(read).isEmpty();
    assertThat(state(packed(stored(new byte[100])))).isEqualTo("unreadable");
    assertThat(state(packed(new byte[0]))).isEqualTo("unreadable");
  }

  @Test
  void changedStreamsNeverThrow() {
    byte[] whole = stored(manifest());
    Random random = new Random(34);
    for (int round = 0; round < 300; round++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      assertThat(state(packed(changed))).isNotNull();
    }
  }

  @Test
  void moreThanMayBeIsNotUnpacked() {
    byte[] most = stored(new byte[32 * 1024 * 1024]);
    byte[] more = stored(new byte[32 * 1024 * 1024 + 1]);
    assertThat(new Inflation().inflate(most)).isPresent();
    assertThat(new Inflation().inflate(more)).isEmpty();
    Inflation third = new Inflation();
    third.inflate(most);
    third.inflate(most);
    assertThat(third.inflate(stored(new byte[1]))).isEmpty();
  }

  private String state(byte[] bytes) {
    return switch (reader.readDetached(bytes, signed)) {
      case ReadResult.Report(var report) -> report.state().text();
      case ReadResult.NoManifest none -> "none";
      case ReadResult.Unreadable unreadable -> "unreadable";
    };
  }

  private byte[] manifest() {
    Superbox root = JumbfParser.parse(store).tree().orElseThrow();
    return root.superboxes().getFirst().span().of(store);
  }

  private byte[] packed(byte[] stream) {
    Superbox root = JumbfParser.parse(store).tree().orElseThrow();
    return JumbfWriter.superbox(
        JumbfType.STORE,
        "c2pa",
        JumbfWriter.superbox(
            JumbfType.COMPRESSED_MANIFEST,
            root.superboxes().getFirst().label(),
            JumbfWriter.content("brob", stream)));
  }

  /** A brotli stream of uncompressed meta-blocks (RFC 7932 §9.2). */
  private static byte[] stored(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 0; at < content.length; at += BLOCK) {
      int length = Math.min(BLOCK, content.length - at);
      // The stream's window size comes before the first block, as one zero bit.
      int shift = at == 0 ? 4 : 3;
      int head = length - 1 << shift | 1 << shift + 16;
      out.writeBytes(new byte[] {(byte) head, (byte) (head >> 8), (byte) (head >> 16)});
      out.write(content, at, length);
    }
    out.write(content.length == 0 ? 6 : 3);
    return out.toByteArray();
  }
}
