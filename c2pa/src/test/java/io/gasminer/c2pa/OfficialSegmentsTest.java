package io.gasminer.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.c2pa.ClaimDraft.Software;
import io.gasminer.c2pa.cose.SigningAlgorithm;
import io.gasminer.c2pa.x509.TrustStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we sign in segments, read by the library that the validators run, and what it says. */
class OfficialSegmentsTest {
  private static final String READ =
      """
      import json, sys, c2pa
      anchors = open(sys.argv[1]).read()
      settings = c2pa.Settings.from_dict(
          {"trust": {"user_anchors": anchors}, "verify": {"verify_trust": True}})
      init = sys.argv[2]
      for file in sys.argv[3:]:
          with open(init, "rb") as main, open(init, "rb") as again, open(file, "rb") as segment:
              with c2pa.Reader("video/mp4", main, context=c2pa.Context(settings)) as reader:
                  reader.with_fragment("video/mp4", again, segment)
                  report = json.loads(reader.json())
          failures = report["validation_results"]["activeManifest"]["failure"]
          print(report["validation_state"], sorted({f["code"] for f in failures}), sep="|")
      """;

  @TempDir Path folder;

  private final Instant now = Instant.now();
  private final PrivateAuthority authority = PrivateAuthority.create("Rehearsal Authority", now);

  @BeforeEach
  void thePythonIsThere() {
    Python.assumePresent();
  }

  @Test
  void trustsEverySegmentOfTreesOfEverySize() throws Exception {
    for (int count : new int[] {1, 2, 3, 5, 8, 31, 32, 33, 64, 65, 100, 257}) {
      Segments signed = signed(SigningAlgorithm.ES256, 1, count, "n" + count);
      assertThat(read(signed)).as(count + " segments").hasSize(count).containsOnly("Trusted|[]");
    }
  }

  @Test
  void trustsSegmentsOfSeveralTracksWithEveryAlgorithm() throws Exception {
    for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
      for (int tracks = 1; tracks <= 3; tracks++) {
        Segments signed = signed(algorithm, tracks, 6, algorithm + "-" + tracks);
        assertThat(read(signed))
            .as(algorithm + ", " + tracks + " tracks")
            .hasSize(6 * tracks)
            .containsOnly("Trusted|[]");
      }
    }
  }

  @Test
  void seesAChangeWhereWeSeeOne() throws Exception {
    Segments signed = signed(SigningAlgorithm.ES256, 1, 40, "changed");
    for (int i : new int[] {3, 39}) {
      byte[] bytes = Files.readAllBytes(signed.media().get(i));
      bytes[bytes.length - 9] ^= 4;
      Files.write(signed.media().get(i), bytes);
    }
    C2paReader reader =
        new C2paReader(TrustStore.none().withAnchors(List.of(authority.anchor())), () -> now);
    List<String> ours = new ArrayList<>();
    for (Path segment : signed.media()) {
      ValidationReport report =
          ((ReadResult.Report) reader.readSomeFragments(signed.init(), List.of(segment))).report();
      List<String> codes =
          report.results().failures().stream().map(failure -> "'" + failure.code() + "'").toList();
      ours.add(report.state().text() + "|" + codes);
    }
    assertThat(read(signed)).isEqualTo(ours).filteredOn("Trusted|[]"::equals).hasSize(38);
  }

  private Segments signed(SigningAlgorithm algorithm, int tracks, int count, String name)
      throws Exception {
    Segments plain = Segments.write(folder.resolve("plain-" + name), tracks, count);
    Path out = folder.resolve(name);
    new C2paSigner(authority.issue("Org", "Signer", algorithm, now), new Random(5))
        .signFragmented(
            plain.init(),
            plain.media(),
            out,
            ClaimDraft.generated(Software.of("rehearsal", "0.1"), Software.of("gradient"), now));
    return plain.in(out);
  }

  private List<String> read(Segments signed) throws Exception {
    Path root = Files.writeString(folder.resolve("root.pem"), authority.rootPem());
    List<String> arguments = new ArrayList<>(List.of(root.toString(), signed.init().toString()));
    signed.media().forEach(segment -> arguments.add(segment.toString()));
    return Python.run(READ, arguments.toArray(String[]::new)).lines().toList();
  }
}
