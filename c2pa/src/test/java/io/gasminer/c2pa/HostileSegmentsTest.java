package io.gasminer.c2pa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.gasminer.c2pa.ClaimDraft.Software;
import io.gasminer.c2pa.asset.MediaType;
import io.gasminer.c2pa.asset.MerkleProof;
import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborValue;
import io.gasminer.c2pa.cose.CoseSigner;
import io.gasminer.c2pa.status.Status;
import io.gasminer.c2pa.x509.TrustStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever segments and their manifest hold, judging them ends soon and in a value. */
class HostileSegmentsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String MISMATCH = "assertion.bmffHash.mismatch";
  private static final int FLIPS = 200;

  @TempDir Path folder;

  private final PrivateAuthority authority = PrivateAuthority.create("Test Authority", NOW);
  private final C2paSigner signer =
      new C2paSigner(authority.issue("Org", "Signer", NOW), new Random(1));
  private final C2paReader reader =
      new C2paReader(TrustStore.none().withAnchors(List.of(authority.anchor())), () -> NOW);
  private Segments signed = new Segments(Path.of(""), List.of());

  @BeforeEach
  void signedSegments() throws Exception {
    Segments plain = Segments.write(folder.resolve("plain"), 1, 34);
    signer.signFragmented(plain.init(), plain.media(), folder.resolve("signed"), draft());
    signed = plain.in(folder.resolve("signed"));
  }

  @Test
  void filesThatAreCutAnywhereEndInAResult() throws IOException {
    Path cut = folder.resolve("cut");
    byte[] init = Files.readAllBytes(signed.init());
    for (int length = 0; length < init.length; length += 41) {
      Files.write(cut, Arrays.copyOf(init, length));
      assertThat(reader.readFragmented(cut, signed.media())).isNotNull();
    }
    byte[] segment = Files.readAllBytes(signed.media().getFirst());
    for (int length = 0; length < segment.length; length += 11) {
      Files.write(cut, Arrays.copyOf(segment, length));
      assertThat(failures(reader.readSomeFragments(signed.init(), List.of(cut)))).isNotEmpty();
    }
  }

  @Test
  void filesWithFlippedBytesEndInAResult() throws IOException {
    RandomGenerator random = new Random(7);
    Path flipped = folder.resolve("flipped");
    for (Path file : List.of(signed.init(), signed.media().get(5))) {
      byte[] whole = Files.readAllBytes(file);
      for (int i = 0; i < FLIPS; i++) {
        byte[] bytes = whole.clone();
        for (int flips = random.nextInt(1, 5); flips > 0; flips--) {
          bytes[random.nextInt(Math.min(bytes.length, 1200))] = (byte) random.nextInt();
        }
        Files.write(flipped, bytes);
        ReadResult read =
            file.equals(signed.init())
                ? reader.readSomeFragments(flipped, signed.media().subList(0, 2))
                : reader.readSomeFragments(signed.init(), List.of(flipped));
        assertThat(read).isNotNull();
      }
    }
  }

  @Test
  void damagedSegmentsAreSignedOrRefused() throws IOException {
    RandomGenerator random = new Random(11);
    byte[] whole = Segments.segment(1, 0);
    Path out = folder.resolve("out");
    for (int i = 0; i < FLIPS; i++) {
      byte[] bytes = whole.clone();
      bytes[random.nextInt(170)] = (byte) random.nextInt();
      Path damaged = Files.write(folder.resolve("damaged.m4s"), bytes);
      assertThatCode(() -> signed(damaged, out)).doesNotThrowAnyException();
    }
  }

  private void signed(Path segment, Path out) throws IOException {
    Path init = folder.resolve("plain").resolve("init.mp4");
    try {
      signer.signFragmented(init, List.of(segment), out, draft());
    } catch (CannotSign refused) {
      return;
    }
    Path copy = out.resolve(segment.getFileName());
    assertThat(failures(reader.readFragmented(out.resolve("init.mp4"), List.of(copy)))).isEmpty();
  }

  @Test
  void treesThatLieAboutTheirSizeFailSoon() throws Exception {
    for (long count : new long[] {0, 1, 33, 35, 1 << 20, Long.MAX_VALUE}) {
      for (int hashes : new int[] {0, 1, 17, 34, 1000}) {
        assertThat(judged(tree(1, count, hashes))).contains(MISMATCH);
      }
    }
    CborValue many = CborValue.array(Collections.nCopies(5000, tree(1, 34, 1)));
    assertThat(judged(many)).contains(MISMATCH);
    assertThat(judged(CborValue.array())).contains(MISMATCH);
    assertThat(judged(CborValue.array(tree(1, 34, 17), tree(1, 34, 17)))).contains(MISMATCH);
    assertThat(judged(tree(2, 34, 17))).contains(MISMATCH);
  }

  @Test
  void proofsThatAreTooLongOrTooManyAreRefused() throws IOException {
    byte[] segment = Segments.segment(1, 0);
    MerkleProof endless =
        new MerkleProof(1, 1, 0, Optional.of(Collections.nCopies(40_000, new byte[32])));
    byte[] box = proofBox(endless.encoded());
    assertThat(box.length).isGreaterThan(1024 * 1024);
    assertThat(some(Samples.joined(box, segment))).containsExactly(MISMATCH);
    MerkleProof some =
        new MerkleProof(1, 1, 0, Optional.of(Collections.nCopies(1000, new byte[32])));
    assertThat(some(Samples.joined(proofBox(some.encoded()), segment))).containsExactly(MISMATCH);
    byte[] two = Samples.joined(proofBox(some.encoded()), proofBox(some.encoded()), segment);
    assertThat(some(two)).containsExactly("assertion.bmffHash.malformed");
    assertThat(some(Samples.joined(proofBox(new byte[0]), segment))).containsExactly(MISMATCH);
    MerkleProof far = new MerkleProof(1, 1, Long.MAX_VALUE, Optional.empty());
    assertThat(some(Samples.joined(proofBox(far.encoded()), segment))).containsExactly(MISMATCH);
  }

  private List<String> some(byte[] segment) throws IOException {
    Path file = Files.write(folder.resolve("segment"), segment);
    return failures(reader.readSomeFragments(signed.init(), List.of(file)));
  }

  private List<String> judged(CborValue trees) throws IOException, CannotSign {
    CborMap content =
        CborValue.map()
            .with("alg", CborValue.of("sha256"))
            .with("exclusions", HardBinding.exclusions())
            .with("merkle", trees instanceof CborMap one ? CborValue.array(one) : trees);
    CoseSigner claims = new CoseSigner(authority.issue("Org", "Signer", NOW), Optional.empty());
    byte[] store =
        new ManifestDraft(draft(), MediaType.MP4, new Random(3))
            .store(List.of(AssertionDraft.cbor(HardBinding.BMFF.label(), content)), claims::sign);
    byte[] plain = Segments.init(1);
    byte[] boxed = Samples.joined(Samples.letters("manifest\0"), new byte[8], store);
    int type = ByteBuffer.wrap(plain).getInt();
    byte[] init =
        Samples.joined(
            Arrays.copyOf(plain, type), uuid(boxed), Arrays.copyOfRange(plain, type, plain.length));
    Path file = Files.write(folder.resolve("init"), init);
    Instant start = Instant.now();
    List<String> codes = failures(reader.readFragmented(file, signed.media()));
    assertThat(Duration.between(start, Instant.now())).isLessThan(SOON);
    return codes;
  }

  private static CborMap tree(long track, long count, int hashes) {
    return CborValue.map()
        .with("uniqueId", CborValue.of(1))
        .with("localId", CborValue.of(track))
        .with("count", CborValue.of(count))
        .with("initHash", CborValue.of(new byte[32]))
        .with("hashes", CborValue.array(Collections.nCopies(hashes, CborValue.of(new byte[32]))));
  }

  private static byte[] proofBox(byte[] proof) {
    return uuid(Samples.joined(Samples.letters("merkle\0"), proof));
  }

  private static byte[] uuid(byte[] content) {
    byte[] type = HexFormat.of().parseHex("d8fec3d61b0e483c92975828877ec481");
    return Samples.box("uuid", type, new byte[4], content);
  }

  private static ClaimDraft draft() {
    return ClaimDraft.generated(Software.of("test", "1"), Software.of("model"), NOW);
  }

  private static List<String> failures(ReadResult read) {
    assertThat(read).isInstanceOf(ReadResult.Report.class);
    return ((ReadResult.Report) read)
        .report().results().failures().stream().map(Status::code).toList();
  }
}
