package io.gasminer.c2pa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gasminer.c2pa.ClaimDraft.Software;
import io.gasminer.c2pa.status.Status;
import io.gasminer.c2pa.x509.TrustStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Media in segments, each in a file of its own. */
class SegmentsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final String MISMATCH = "assertion.bmffHash.mismatch";
  private static final String MALFORMED = "assertion.bmffHash.malformed";

  @TempDir Path folder;

  private final PrivateAuthority authority = PrivateAuthority.create("Test Authority", NOW);
  private final C2paReader reader =
      new C2paReader(TrustStore.none().withAnchors(List.of(authority.anchor())), () -> NOW);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 31, 32, 33, 64, 65, 100, 257})
  void segmentsOfAnyNumberAreSignedAndRead(int count) throws Exception {
    Segments signed = signed(1, count);
    assertThat(failures(signed.init(), signed.media())).isEmpty();
    for (Path segment : signed.media()) {
      assertThat(some(signed.init(), List.of(segment))).isEmpty();
    }
  }

  @Test
  void eachTrackHasATreeOfItsOwn() throws Exception {
    Segments signed = signed(3, 7);
    assertThat(failures(signed.init(), signed.media())).isEmpty();
    List<Path> withoutOneTrack =
        signed.media().stream().filter(path -> !name(path).startsWith("2-")).toList();
    assertThat(failures(signed.init(), withoutOneTrack)).containsExactly(MISMATCH);
    assertThat(some(signed.init(), withoutOneTrack)).isEmpty();
  }

  @Test
  void segmentsThatAreMissingDoubledOrOutOfOrderAreSeen() throws Exception {
    Segments signed = signed(1, 5);
    List<Path> all = signed.media();
    for (int i = 0; i < all.size(); i++) {
      List<Path> less = new ArrayList<>(all);
      less.remove(i);
      assertThat(failures(signed.init(), less)).as("without " + i).containsExactly(MISMATCH);
      assertThat(some(signed.init(), less)).as("without " + i).isEmpty();
      List<Path> more = new ArrayList<>(all);
      more.add(i, all.get(i));
      assertThat(failures(signed.init(), more)).as("twice " + i).containsExactly(MISMATCH);
      assertThat(some(signed.init(), more)).as("twice " + i).containsExactly(MISMATCH);
    }
    List<Path> swapped = new ArrayList<>(all);
    Collections.swap(swapped, 2, 3);
    assertThat(failures(signed.init(), swapped)).containsExactly(MISMATCH);
    assertThat(some(signed.init(), swapped)).containsExactly(MISMATCH);
    assertThat(failures(signed.init(), List.of())).containsExactly(MISMATCH);
  }

  @Test
  void aChangeInAnyFileIsSeen() throws Exception {
    Segments signed = signed(1, 40);
    for (Path file : List.of(signed.init(), signed.media().get(17), signed.media().getLast())) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length - 5] ^= 1;
      Path whole = Files.move(file, folder.resolve("kept"));
      Files.write(file, bytes);
      assertThat(failures(signed.init(), signed.media())).containsExactly(MISMATCH);
      Files.delete(file);
      Files.move(whole, file);
    }
    assertThat(failures(signed.init(), signed.media())).isEmpty();
  }

  @Test
  void aSegmentOfAnotherSigningOrWithoutAProofIsRefused() throws Exception {
    Segments signed = signed(1, 3);
    Segments plain = signed.in(folder.resolve("plain"));
    List<Path> mixed = new ArrayList<>(signed.media());
    mixed.set(1, plain.media().get(1));
    assertThat(failures(signed.init(), mixed)).containsExactly(MALFORMED);
    Segments other = Segments.write(folder.resolve("other"), 2, 3);
    signer().signFragmented(other.init(), other.media(), folder.resolve("b"), draft());
    mixed.set(1, folder.resolve("b").resolve("2-1.m4s"));
    assertThat(failures(signed.init(), mixed)).containsExactly(MISMATCH);
  }

  @Test
  void anInitializationSegmentAloneIsNoWholeAsset() throws Exception {
    Segments signed = signed(1, 3);
    ReadResult read = reader.read(signed.init());
    assertThat(codes(read)).containsExactly(MISMATCH);
    Path whole = Files.write(folder.resolve("a.mp4"), signer().sign(Samples.mp4(), draft()));
    assertThat(failures(whole, signed.media())).containsExactly(MISMATCH);
    Path picture = Files.write(folder.resolve("a.png"), Samples.png());
    assertThat(reader.readFragmented(picture, signed.media()))
        .isInstanceOf(ReadResult.NoManifest.class);
    assertThat(reader.readFragmented(signed.init(), List.of(folder.resolve("absent"))))
        .isInstanceOf(ReadResult.Unreadable.class);
  }

  @Test
  void signingAgainReplacesManifestAndProofs() throws Exception {
    Segments once = signed(1, 34);
    Path folderAgain = folder.resolve("again");
    signer().signFragmented(once.init(), once.media(), folderAgain, draft());
    Segments twice = once.in(folderAgain);
    assertThat(failures(twice.init(), twice.media())).isEmpty();
    assertThat(Files.size(twice.media().get(3))).isEqualTo(Files.size(once.media().get(3)));
  }

  @Test
  void theSegmentIndexStillTellsWhereTheMediaAre() throws Exception {
    Segments signed = signed(1, 33);
    byte[] bytes = Files.readAllBytes(signed.media().getFirst());
    String letters = new String(bytes, StandardCharsets.ISO_8859_1);
    int index = letters.indexOf("sidx") - 4;
    int gap = ByteBuffer.wrap(bytes).getInt(index + 24);
    int size = ByteBuffer.wrap(bytes).getInt(index + 32);
    int start = index + 44 + gap;
    assertThat(start).isEqualTo(letters.indexOf("moof") - 4);
    assertThat(start + size).isEqualTo(bytes.length);
  }

  @Test
  void filesThatDoNotGoTogetherAreNotSignedAndNothingIsWritten() throws Exception {
    Segments plain = Segments.write(folder.resolve("plain"), 1, 2);
    Path out = folder.resolve("out");
    Path twoFragments =
        Files.write(
            folder.resolve("two.m4s"),
            Samples.joined(Segments.fragment(1, 0), Segments.fragment(1, 1)));
    for (List<Path> segments :
        List.of(
            List.<Path>of(),
            List.of(plain.init()),
            List.of(plain.media().getFirst(), plain.media().getFirst()),
            List.of(plain.media().getFirst(), twoFragments),
            List.of(plain.media().getFirst(), Files.write(folder.resolve("x"), new byte[9])))) {
      assertThatThrownBy(() -> signer().signFragmented(plain.init(), segments, out, draft()))
          .isInstanceOf(CannotSign.class);
    }
    assertThatThrownBy(
            () ->
                signer()
                    .signFragmented(plain.init(), plain.media(), folder.resolve("plain"), draft()))
        .isInstanceOf(CannotSign.class)
        .hasMessageContaining("replace the original");
    assertThat(out).doesNotExist();
  }

  @Test
  void segmentsThatTheOfficialLibrarySignedAreRead() throws Exception {
    Corpus corpus = Corpus.find();
    Path media = corpus.generated();
    C2paReader then =
        new C2paReader(corpus.everything(), () -> Instant.parse("2026-11-23T10:00:00Z"));
    Path init = media.resolve("frag_init.mp4");
    List<Path> segments = List.of(media.resolve("frag_seg2.m4s"), media.resolve("frag_seg3.m4s"));
    assertThat(codes(then.readSomeFragments(init, segments))).isEmpty();
    assertThat(codes(then.readFragmented(init, segments))).containsExactly(MISMATCH);
    assertThat(codes(then.readSomeFragments(init, List.of(media.resolve("frag_tampered_seg.m4s")))))
        .containsExactly(MISMATCH);
  }

  private Segments signed(int tracks, int count) throws IOException, CannotSign {
    Segments plain = Segments.write(folder.resolve("plain"), tracks, count);
    signer().signFragmented(plain.init(), plain.media(), folder.resolve("signed"), draft());
    return plain.in(folder.resolve("signed"));
  }

  private C2paSigner signer() {
    return new C2paSigner(authority.issue("Org", "Signer", NOW), new Random(1));
  }

  private static ClaimDraft draft() {
    return ClaimDraft.generated(Software.of("test", "1"), Software.of("model"), NOW);
  }

  private List<String> failures(Path init, List<Path> segments) {
    return codes(reader.readFragmented(init, segments));
  }

  private List<String> some(Path init, List<Path> segments) {
    return codes(reader.readSomeFragments(init, segments));
  }

  private static List<String> codes(ReadResult read) {
    assertThat(read).isInstanceOf(ReadResult.Report.class);
    ValidationReport report = ((ReadResult.Report) read).report();
    List<String> failures = report.results().failures().stream().map(Status::code).toList();
    assertThat(report.state())
        .isEqualTo(failures.isEmpty() ? ValidationState.TRUSTED : ValidationState.INVALID);
    return failures;
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }
}
