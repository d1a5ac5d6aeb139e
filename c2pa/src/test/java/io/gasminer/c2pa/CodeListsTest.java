package io.gasminer.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.c2pa.rules.ReaderRules;
import io.gasminer.c2pa.status.Status;
import io.gasminer.c2pa.x509.TrustStore;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The lists of what holds and what is worth knowing agree with those of the next version of the
 * library that validators run; of the version they run only the failures are known.
 */
class CodeListsTest {
  private static final InstantSource AS_OF =
      InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z"));

  /** A byte of a time-stamp's token that only the next version passes over. */
  private static final Set<String> LENIENT = Set.of("mutations/wav1__flip_tst_token.wav");

  @Test
  void theListsOfTheActiveManifestAgree() throws IOException {
    Corpus corpus = Corpus.find();
    Map<String, TrustStore> settings = corpus.settings();
    settings.keySet().retainAll(Set.of("policy", "policy_test"));
    List<String> differences = new ArrayList<>();
    Map<String, Integer> reasons = new TreeMap<>();
    int compared = 0;
    for (JsonNode row : corpus.rows()) {
      if (row.path("magic").asString("").equals(".bin")
          || LENIENT.contains(row.path("file").asString(""))) {
        continue;
      }
      for (Map.Entry<String, TrustStore> setting : settings.entrySet()) {
        String name = setting.getKey();
        String suffix = name.equals("policy") ? "" : "_test";
        ReadResult read =
            new C2paReader(setting.getValue(), ReaderRules.NEWER, AS_OF).read(corpus.media(row));
        if (!row.path("success" + suffix).isArray()
            || !(read instanceof ReadResult.Report(var report))) {
          continue;
        }
        ValidationResults.Codes codes = report.results().activeManifest();
        compared += 2;
        String file = row.path("file").stringValue() + " " + name;
        compare(file, row.path("success" + suffix), codes.success(), differences, reasons);
        compare(
            file, row.path("informational" + suffix), codes.informational(), differences, reasons);
      }
    }
    System.out.printf("lists that agree: %d of %d%n", compared - differences.size(), compared);
    reasons.forEach((reason, count) -> System.out.printf("%5d %s%n", count, reason));
    assertThat(compared).isGreaterThan(1000);
    assertThat(differences).isEmpty();
  }

  private static void compare(
      String file,
      JsonNode expected,
      List<Status> found,
      List<String> differences,
      Map<String, Integer> reasons) {
    TreeSet<String> missing = new TreeSet<>();
    expected.forEach(code -> missing.add(code.stringValue()));
    TreeSet<String> surplus = new TreeSet<>(found.stream().map(Status::code).toList());
    TreeSet<String> both = new TreeSet<>(missing);
    both.retainAll(surplus);
    missing.removeAll(both);
    surplus.removeAll(both);
    missing.forEach(code -> reasons.merge("missing " + code, 1, Integer::sum));
    surplus.forEach(code -> reasons.merge("surplus " + code, 1, Integer::sum));
    if (!missing.isEmpty() || !surplus.isEmpty()) {
      differences.add(file + ": missing " + missing + ", surplus " + surplus);
    }
  }
}
