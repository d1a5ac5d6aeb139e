package io.gasminer.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.c2pa.ClaimDraft.Software;
import io.gasminer.c2pa.asset.BmffBox;
import io.gasminer.c2pa.asset.BmffDigest;
import io.gasminer.c2pa.asset.BmffExclusion;
import io.gasminer.c2pa.asset.MediaType;
import io.gasminer.c2pa.asset.MerkleProof;
import io.gasminer.c2pa.asset.Range;
import io.gasminer.c2pa.asset.Source;
import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborValue;
import io.gasminer.c2pa.cose.CoseSigner;
import io.gasminer.c2pa.manifest.MerkleTree;
import io.gasminer.c2pa.status.Status;
import io.gasminer.c2pa.x509.TrustStore;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fragments in one file, with a proof before each (specification §A.5.4.1.2). */
class FlatFragmentsTest {
  private static final String READ =
      """
      import json, sys, c2pa
      settings = c2pa.Settings.from_dict(
          {"trust": {"user_anchors": open(sys.argv[1]).read()}, "verify": {"verify_trust": True}})
      for file in sys.argv[2:]:
          with c2pa.Reader(file, context=c2pa.Context(settings)) as reader:
              report = json.loads(reader.json())
          failures = report["validation_results"]["activeManifest"]["failure"]
          print(report["validation_state"], [f["code"] for f in failures], sep="|")
      """;

  @TempDir Path folder;

  private final Instant now = Instant.now();
  private final PrivateAuthority authority = PrivateAuthority.create("Rehearsal Authority", now);

  @Test
  void everyFragmentOfOneFileIsCheckedAsTheOfficialReaderDoes() throws Exception {
    List<String> ours = new ArrayList<>();
    List<String> files = new ArrayList<>();
    for (int count : new int[] {1, 2, 3, 5, 8, 13}) {
      for (int row = 0; row <= 2; row++) {
        byte[] flat = flat(count, Math.min(row, MerkleTree.rows(sha(), blank(count)).size() - 1));
        byte[] changed = flat.clone();
        changed[changed.length - 30] ^= 1;
        byte[] cut = Arrays.copyOf(flat, flat.length - Segments.fragment(1, 0).length);
        assertThat(verdict(flat)).as(count + " fragments").isEqualTo("Trusted|[]");
        assertThat(verdict(changed)).isEqualTo("Invalid|['assertion.bmffHash.mismatch']");
        for (byte[] file : List.of(flat, changed, cut)) {
          ours.add(verdict(file));
          files.add(Files.write(folder.resolve(files.size() + ".mp4"), file).toString());
        }
      }
    }
    Python.assumePresent();
    files.addFirst(Files.writeString(folder.resolve("root.pem"), authority.rootPem()).toString());
    String printed = Python.run(READ, files.toArray(String[]::new));
    assertThat(printed.lines().toList()).isEqualTo(ours);
  }

  private String verdict(byte[] file) {
    TrustStore trust = TrustStore.none().withAnchors(List.of(authority.anchor()));
    ValidationReport report =
        ((ReadResult.Report) new C2paReader(trust, () -> now).read(file)).report();
    List<String> codes =
        report.results().failures().stream()
            .map(Status::code)
            .map(code -> "'" + code + "'")
            .toList();
    return report.state().text() + "|" + codes;
  }

  private byte[] flat(int count, int row) throws Exception {
    ClaimDraft draft = ClaimDraft.generated(Software.of("test", "1"), Software.of("model"), now);
    CoseSigner signer = new CoseSigner(authority.issue("Org", "Signer", now), Optional.empty());
    ManifestDraft manifest = new ManifestDraft(draft, MediaType.MP4, new Random(2));
    List<List<byte[]>> rows = MerkleTree.rows(sha(), blank(count));
    byte[] store = manifest.store(bound(rows, row, new byte[32]), signer::sign);
    byte[] room = file(store, rows, row);
    byte[] init;
    List<byte[]> leaves = new ArrayList<>();
    try (Source source = Source.of(room)) {
      BmffDigest digest = new BmffDigest(source, BmffExclusion.mandatory(), 3);
      List<Long> starts =
          new ArrayList<>(
              digest.boxes().stream()
                  .filter(box -> box.path().equals("/moof"))
                  .map(BmffBox::range)
                  .map(Range::offset)
                  .toList());
      init = digest.within(sha(), new Range(0, starts.getFirst()));
      starts.add(source.size());
      for (int i = 0; i < count; i++) {
        leaves.add(digest.within(sha(), Range.between(starts.get(i), starts.get(i + 1))));
      }
    }
    rows = MerkleTree.rows(sha(), leaves);
    return file(manifest.store(bound(rows, row, init), signer::sign), rows, row);
  }

  private static List<AssertionDraft> bound(List<List<byte[]>> rows, int row, byte[] init) {
    return List.of(AssertionDraft.cbor(HardBinding.BMFF.label(), content(rows, row, init)));
  }

  private static byte[] file(byte[] store, List<List<byte[]>> rows, int row) {
    byte[] init = Segments.init(1);
    int type = ByteBuffer.wrap(init).getInt();
    byte[] file =
        Samples.joined(
            Arrays.copyOf(init, type),
            uuid(Samples.letters("manifest\0"), new byte[8], store),
            Arrays.copyOfRange(init, type, init.length));
    for (int i = 0; i < rows.getFirst().size(); i++) {
      List<byte[]> hashes = MerkleTree.proof(rows, i, row);
      MerkleProof proof =
          new MerkleProof(1, 1, i, Optional.of(hashes).filter(list -> !list.isEmpty()));
      file =
          Samples.joined(
              file, uuid(Samples.letters("merkle\0"), proof.encoded()), Segments.fragment(1, i));
    }
    return file;
  }

  private static CborMap content(List<List<byte[]>> rows, int row, byte[] init) {
    CborMap tree =
        CborValue.map()
            .with("uniqueId", CborValue.of(1))
            .with("localId", CborValue.of(1))
            .with("count", CborValue.of(rows.getFirst().size()))
            .with("initHash", CborValue.of(init))
            .with("hashes", CborValue.array(rows.get(row).stream().map(CborValue::of).toList()));
    return CborValue.map()
        .with("alg", CborValue.of("sha256"))
        .with("exclusions", HardBinding.exclusions())
        .with("merkle", CborValue.array(tree));
  }

  private static List<byte[]> blank(int count) {
    return Collections.nCopies(count, new byte[32]);
  }

  private static MessageDigest sha() {
    return HardBinding.sha256();
  }

  private static byte[] uuid(byte[]... content) {
    byte[] type = HexFormat.of().parseHex("d8fec3d61b0e483c92975828877ec481");
    return Samples.box("uuid", type, new byte[4], Samples.joined(content));
  }
}
