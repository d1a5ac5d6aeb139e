package io.gasminer.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.c2pa.ClaimDraft.Software;
import io.gasminer.c2pa.asset.MediaType;
import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborValue;
import io.gasminer.c2pa.cose.CoseSigner;
import io.gasminer.c2pa.status.Status;
import io.gasminer.c2pa.x509.TrustStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A manifest that lists the files of a folder. */
class CollectionTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final String LABEL = "c2pa.hash.collection.data";
  private static final String MATCH = "assertion.collectionHash.match";
  private static final String MISMATCH = "assertion.collectionHash.mismatch";
  private static final String MALFORMED = "assertion.collectionHash.malformed";
  private static final String INVALID_URI = "assertion.collectionHash.invalidURI";
  private static final String FILE_COUNT = "assertion.collectionHash.incorrectFileCount";

  @TempDir Path outside;

  private final PrivateAuthority authority = PrivateAuthority.create("Test Authority", NOW);
  private Path folder = Path.of("");

  @BeforeEach
  void aFolderWithFiles() throws IOException {
    folder = Files.createDirectories(outside.resolve("folder"));
    Files.createDirectories(folder.resolve("sub/deep"));
    write("a.txt", "a");
    write("sub/b.txt", "b");
    write("sub/deep/c d%.txt", "c");
    write("not listed.txt", "n");
    Files.writeString(outside.resolve("secret.txt"), "secret");
  }

  @Test
  void theFilesOfAFolderAreChecked() throws Exception {
    CborMap list = list(file("a.txt", "a"), file("sub/b.txt", "b"));
    ValidationReport report = report(list);
    assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
    assertThat(report.results().activeManifest().success())
        .extracting(Status::code)
        .contains(MATCH);
    write("sub/b.txt", "changed");
    assertThat(failures(list)).containsExactly(MISMATCH);
    Files.delete(folder.resolve("sub/b.txt"));
    assertThat(failures(list)).containsExactly(FILE_COUNT);
  }

  @Test
  void namesStandAsTheyAreOrWithPercentSigns() throws Exception {
    assertThat(failures(list(file("sub/deep/c d%.txt", "c")))).isEmpty();
    assertThat(failures(list(file("sub/deep/c%20d%25.txt", "c")))).isEmpty();
    assertThat(failures(list(file("sub%2Fdeep/c%20d%25.txt", "c")))).isEmpty();
    assertThat(failures(list(file("sub/deep/c+d%25.txt", "c")))).containsExactly(FILE_COUNT);
  }

  @Test
  void aUriThatLeavesTheFolderIsRefusedBeforeAnyFileIsRead() throws Exception {
    for (String uri :
        List.of(
            "../secret.txt",
            "sub/../../secret.txt",
            "sub/../a.txt",
            "./a.txt",
            "..",
            ".",
            "",
            "/etc/passwd",
            "//etc/passwd",
            "sub//b.txt",
            "sub/",
            "%2e%2e/secret.txt",
            "%2E%2E%2Fsecret.txt",
            "sub/%2e%2e/a.txt",
            "%2Fetc/passwd",
            "..\\secret.txt",
            "..%5Csecret.txt",
            "file:///etc/passwd",
            "file:a.txt",
            "C:/a.txt",
            "https://example.com/a.txt",
            "a.txt\0.png",
            "a.txt%00.png",
            "a/".repeat(3000) + "b",
            folder.resolve("a.txt").toString())) {
      CborMap list = list(file("a.txt", "not what it holds"), file(uri, "a"));
      assertThat(failures(list)).as(uri).containsExactly(INVALID_URI);
    }
  }

  @Test
  void linksPipesAndFoldersAreNoFiles() throws Exception {
    Files.createSymbolicLink(folder.resolve("link.txt"), outside.resolve("secret.txt"));
    Files.createSymbolicLink(folder.resolve("inner.txt"), folder.resolve("a.txt"));
    Files.createSymbolicLink(folder.resolve("away"), outside);
    assertThat(failures(list(file("link.txt", "secret")))).containsExactly(FILE_COUNT);
    assertThat(failures(list(file("inner.txt", "a")))).containsExactly(FILE_COUNT);
    assertThat(failures(list(file("away/secret.txt", "secret")))).containsExactly(FILE_COUNT);
    assertThat(failures(list(file("sub", "")))).containsExactly(FILE_COUNT);
    assertThat(failures(list(file("a.txt/b", "")))).containsExactly(FILE_COUNT);
    Process made = new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start();
    if (made.waitFor() == 0) {
      assertThat(failures(list(file("pipe", "")))).containsExactly(FILE_COUNT);
    }
  }

  @Test
  void aListThatLacksAFieldIsMalformed() throws Exception {
    CborMap whole = file("a.txt", "a");
    CborMap withoutHash = CborValue.map().with("uri", CborValue.of("a.txt"));
    CborMap withoutUri = CborValue.map().with("hash", CborValue.of(new byte[32]));
    for (CborMap list :
        List.of(
            CborValue.map(),
            CborValue.map().with("alg", CborValue.of("sha256")),
            CborValue.map().with("uris", CborValue.array(whole)),
            list(),
            list(withoutHash),
            list(whole, withoutUri),
            list(whole, whole),
            CborValue.map()
                .with("alg", CborValue.of("sha256"))
                .with("uris", CborValue.array(CborValue.of(7))),
            list(Collections.nCopies(100_001, whole).toArray(CborMap[]::new)))) {
      assertThat(failures(list)).containsExactly(MALFORMED);
    }
    CborMap unknown =
        CborValue.map()
            .with("alg", CborValue.of("md5"))
            .with("uris", CborValue.array(List.of(whole)));
    assertThat(failures(unknown)).containsExactly("algorithm.unsupported");
  }

  @Test
  void whatAUriSaysCannotSteerATerminal() throws Exception {
    ValidationReport report = report(list(file("\u001b[2J" + "x".repeat(900), "a")));
    String explanation = report.results().failures().getFirst().explanation();
    assertThat(explanation).contains("?[2Jxxx").doesNotContain("\u001b").hasSizeLessThan(250);
  }

  @Test
  void aManifestOfOneFileSaysNothingOfAFolder() throws Exception {
    CborMap hash =
        CborValue.map()
            .with("name", CborValue.of("x"))
            .with("alg", CborValue.of("sha256"))
            .with("hash", CborValue.of(new byte[32]))
            .with("pad", CborValue.of(new byte[0]));
    ReadResult read = reader().readCollection(store("c2pa.hash.data", hash), folder);
    assertThat(((ReadResult.Report) read).report().results().failures())
        .extracting(Status::code)
        .containsExactly("assertion.dataHash.mismatch");
  }

  @Test
  void asAStoreOfItsOwnItIsWithoutAHardBindingAsForTheValidators() throws Exception {
    Path file = Files.write(outside.resolve("list.c2pa"), store(LABEL, list(file("a.txt", "a"))));
    assertThat(reader().readAs(MediaType.STORE, file)).isInstanceOf(ReadResult.Unreadable.class);
    Python.assumePresent();
    String printed =
        Python.run(
            """
            import sys, c2pa
            try:
                with open(sys.argv[1], "rb") as store:
                    print(c2pa.Reader("application/c2pa", store).get_validation_state())
            except c2pa.C2paError as refused:
                print(refused)
            """,
            file.toString());
    // Later versions want a map where the specification has an array.
    assertThat(printed).containsAnyOf("hard binding", "c2pa.hash.collection.data");
  }

  @Test
  void aDamagedListEndsInAResult() throws Exception {
    byte[] store = store(LABEL, list(file("a.txt", "a"), file("sub/b.txt", "b")));
    Random random = new Random(17);
    for (int i = 0; i < 1500; i++) {
      byte[] flipped = store.clone();
      for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
        flipped[random.nextInt(flipped.length)] = (byte) random.nextInt();
      }
      assertThat(reader().readCollection(flipped, folder)).isNotNull();
    }
    for (int length = 0; length < store.length; length += 7) {
      byte[] cut = Arrays.copyOf(store, length);
      assertThat(reader().readCollection(cut, folder)).isNotNull();
    }
  }

  private List<String> failures(CborMap list) throws Exception {
    return report(list).results().failures().stream().map(Status::code).toList();
  }

  private ValidationReport report(CborMap list) throws Exception {
    ReadResult read = reader().readCollection(store(LABEL, list), folder);
    assertThat(read).isInstanceOf(ReadResult.Report.class);
    return ((ReadResult.Report) read).report();
  }

  private C2paReader reader() {
    return new C2paReader(TrustStore.none().withAnchors(List.of(authority.anchor())), () -> NOW);
  }

  private byte[] store(String label, CborMap content) throws CannotSign {
    ClaimDraft draft = ClaimDraft.generated(Software.of("test", "1"), Software.of("model"), NOW);
    CoseSigner signer = new CoseSigner(authority.issue("Org", "Signer", NOW), Optional.empty());
    return new ManifestDraft(draft, MediaType.STORE, new Random(3))
        .store(List.of(AssertionDraft.cbor(label, content)), signer::sign);
  }

  private static CborMap list(CborMap... files) {
    return CborValue.map()
        .with("alg", CborValue.of("sha256"))
        .with("uris", CborValue.array(new ArrayList<>(List.of(files))));
  }

  private static CborMap file(String uri, String content) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
    return CborValue.map().with("uri", CborValue.of(uri)).with("hash", CborValue.of(hash));
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }
}
