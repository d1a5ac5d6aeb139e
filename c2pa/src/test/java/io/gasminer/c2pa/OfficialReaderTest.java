package io.gasminer.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.c2pa.ClaimDraft.Software;
import io.gasminer.c2pa.cose.SigningAlgorithm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we sign, read by the library that the validators run. */
class OfficialReaderTest {
  private static final String READ =
      """
      import json, sys, c2pa
      anchors = open(sys.argv[1]).read()
      settings = c2pa.Settings.from_dict(
          {"trust": {"user_anchors": anchors}, "verify": {"verify_trust": True}})
      for file in sys.argv[2:]:
          with c2pa.Reader(file, context=c2pa.Context(settings)) as reader:
              report = json.loads(reader.json())
          active = report["manifests"][report["active_manifest"]]
          failures = report["validation_results"]["activeManifest"]["failure"]
          print(report["validation_state"], [f["code"] for f in failures],
                active["signature_info"]["alg"], active["signature_info"]["issuer"], sep="|")
      """;

  /** The same with the name of each file first. */
  private static final String READ_NAMED =
      READ.replace("    with c2pa", "    print(file.split('/')[-1], end='|')\n    with c2pa");

  @TempDir Path folder;

  private final Instant now = Instant.now();
  private final PrivateAuthority authority = PrivateAuthority.create("Rehearsal Authority", now);

  @BeforeEach
  void thePythonIsThere() {
    Python.assumePresent();
  }

  @Test
  void trustsWhatWeSignWithEveryAlgorithm() throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.add(Files.writeString(folder.resolve("root.pem"), authority.rootPem()).toString());
    List<String> expected = new ArrayList<>();
    for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
      C2paSigner signer =
          new C2paSigner(authority.issue("Example Org", "Signer", algorithm, now), new Random(5));
      for (String name : List.of("a.png", "a.jpg", "a.mp4")) {
        Path file = folder.resolve(algorithm + "-" + name);
        Files.write(file, signer.sign(sample(name), draft()));
        arguments.add(file.toString());
        expected.add("Trusted|[]|" + algorithm.reported() + "|Example Org");
      }
    }
    String printed = Python.run(READ, arguments.toArray(String[]::new));
    assertThat(printed.lines().toList()).isEqualTo(expected);
  }

  @Test
  void trustsWhatWeSignInEveryContainer() throws Exception {
    C2paSigner signer = new C2paSigner(authority.issue("Org", "Signer", now), new Random(7));
    List<String> arguments = new ArrayList<>();
    arguments.add(Files.writeString(folder.resolve("root.pem"), authority.rootPem()).toString());
    List<String> expected = new ArrayList<>();
    for (Map.Entry<String, byte[]> sample : Samples.every().entrySet()) {
      byte[] signed = signer.sign(sample.getValue(), draft());
      arguments.add(Files.write(folder.resolve(sample.getKey()), signed).toString());
      expected.add(sample.getKey() + "|Trusted|[]|Es256|Org");
    }
    String printed = Python.run(READ_NAMED, arguments.toArray(String[]::new));
    assertThat(printed.lines().toList()).isEqualTo(expected);
  }

  @Test
  void trustsFilesThatAreSignedWithoutBeingHeldInMemory() throws Exception {
    C2paSigner signer = new C2paSigner(authority.issue("Org", "Signer", now), new Random(6));
    List<String> arguments = new ArrayList<>();
    arguments.add(Files.writeString(folder.resolve("root.pem"), authority.rootPem()).toString());
    for (String name : List.of("a.png", "a.jpg", "a.mp4")) {
      Path in = Files.write(folder.resolve(name), sample(name));
      Path out = folder.resolve("signed-" + name);
      signer.sign(in, out, draft());
      arguments.add(out.toString());
    }
    String printed = Python.run(READ, arguments.toArray(String[]::new));
    assertThat(printed.lines().toList()).hasSize(3).containsOnly("Trusted|[]|Es256|Org");
  }

  private ClaimDraft draft() {
    return ClaimDraft.generated(
            Software.of("gas-miner rehearsal", "0.1"), Software.of("gradient", "1"), now)
        .withModel("gradient-1")
        .withTitle("a gradient");
  }

  private static byte[] sample(String name) {
    return switch (name) {
      case "a.png" -> Samples.png();
      case "a.jpg" -> Samples.jpeg();
      default -> Samples.mp4();
    };
  }
}
