package io.gasminer.gascli.demo;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Owns the outcome of a demo.
 *
 * @param problem why it could not be played to its end, where it could not
 */
record DemoReport(Path folder, List<ChallengeResult> challenges, Optional<String> problem) {
  boolean passed() {
    return problem.isEmpty()
        && !challenges.isEmpty()
        && challenges.stream().allMatch(ChallengeResult::passed);
  }

  Map<String, Object> asJson() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("passed", passed());
    fields.put("challenges", challenges.stream().map(ChallengeResult::asJson).toList());
    fields.put("folder", folder.toString());
    problem.ifPresent(value -> fields.put("problem", value));
    return fields;
  }
}
