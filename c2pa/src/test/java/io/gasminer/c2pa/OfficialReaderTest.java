package io.gasminer.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.c2pa.ClaimDraft.Software;
import io.gasminer.c2pa.cose.SigningAlgorithm;
import io.gasminer.c2pa.timestamp.TestTimeAuthority;
import io.gasminer.c2pa.x509.Pem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What we sign, read by the library that the validators run and by the newest: every container,
 * every algorithm, everything that a claim can be made of. One process reads it all.
 */
class OfficialReaderTest {
  private static final String READ =
      """
      import json, pathlib, sys, c2pa
      anchors = open(sys.argv[1]).read()
      settings = c2pa.Settings.from_dict(
          {"trust": {"user_anchors": anchors}, "verify": {"verify_trust": True}})
      for file in sorted(pathlib.Path(sys.argv[2]).iterdir()):
          try:
              with c2pa.Reader(str(file), context=c2pa.Context(settings)) as reader:
                  report = json.loads(reader.json())
          except Exception as error:
              print(file.name, error, sep="|")
              continue
          active = report["manifests"][report["active_manifest"]]
          results = report["validation_results"]
          failures = results["activeManifest"]["failure"] + [failure
              for delta in results.get("ingredientDeltas", [])
              for failure in delta["validationDeltas"]["failure"]]
          signature = active["signature_info"]
          print(file.name, report["validation_state"],
                [failure["code"] + " " + failure["explanation"] for failure in failures],
                signature["alg"], signature["issuer"],
                "stamped" if signature.get("time") else "unstamped", sep="|")
      """;

  @TempDir Path folder;

  private final Instant now = Instant.now();
  private final PrivateAuthority authority = PrivateAuthority.create("Rehearsal Authority", now);
  private final List<String> expected = new ArrayList<>();

  @BeforeEach
  void thePythonIsThere() {
    Python.assumePresent();
  }

  @Test
  void trustsEverythingThatWeSign() throws Exception {
    TestTimeAuthority time = new TestTimeAuthority(now.minus(Duration.ofMinutes(1)));
    Path media = Files.createDirectory(folder.resolve("media"));
    signEveryContainer(media);
    signWithEveryAlgorithm(media);
    signEveryFeature(media, time);
    String roots = Pem.write(List.of(authority.root(), time.root()));
    Path anchors = Files.writeString(folder.resolve("roots.pem"), roots);
    List<String> problems = new ArrayList<>();
    for (String python : Python.every()) {
      List<String> found =
          Python.runWith(python, READ, anchors.toString(), media.toString()).lines().toList();
      assertThat(found).hasSameSizeAs(expected);
      found.stream()
          .filter(line -> !expected.contains(line))
          .forEach(line -> problems.add(python + ": " + line));
    }
    assertThat(problems).isEmpty();
  }

  private void signEveryContainer(Path media) throws Exception {
    C2paSigner signer = new C2paSigner(authority.issue("Org", "Signer", now), new Random(7));
    for (Map.Entry<String, byte[]> sample : Samples.every().entrySet()) {
      Path in = Files.write(folder.resolve(sample.getKey()), sample.getValue());
      signer.sign(in, media.resolve(sample.getKey()), draft());
      expected.add(sample.getKey() + "|Trusted|[]|Es256|Org|unstamped");
    }
  }

  private void signWithEveryAlgorithm(Path media) throws Exception {
    for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
      C2paSigner signer =
          new C2paSigner(authority.issue("Example Org", "Signer", algorithm, now), new Random(5));
      for (String kind : List.of("a.png", "a.jpg", "a.mp4")) {
        String name = algorithm + "-" + kind;
        Files.write(media.resolve(name), signer.sign(Samples.named(kind), draft()));
        expected.add(name + "|Trusted|[]|" + algorithm.reported() + "|Example Org|unstamped");
      }
    }
  }

  private void signEveryFeature(Path media, TestTimeAuthority time) throws Exception {
    for (Map.Entry<String, byte[]> signed : SignedFeatures.every(authority, time, now).entrySet()) {
      Files.write(media.resolve(signed.getKey()), signed.getValue());
      boolean stamped = signed.getKey().startsWith("stamped");
      expected.add(
          signed.getKey() + "|Trusted|[]|Es256|Org|" + (stamped ? "stamped" : "unstamped"));
    }
  }

  private ClaimDraft draft() {
    return ClaimDraft.generated(
            Software.of("gas-miner rehearsal", "0.1"), Software.of("gradient", "1"), now)
        .withModel("gradient-1")
        .withTitle("a gradient");
  }
}
