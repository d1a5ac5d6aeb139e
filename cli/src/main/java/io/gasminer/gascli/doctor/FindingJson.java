package io.gasminer.gascli.doctor;

import io.gasminer.miner.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Owns the findings as one JSON object, in the order in which they were added. */
final class FindingJson {
  private final Instant at;
  private final List<Map<String, Object>> findings = new ArrayList<>();

  FindingJson(Instant at) {
    this.at = at;
  }

  void add(String subject, Finding finding) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("check", subject);
    switch (finding) {
      case Finding.Ok(String what) -> {
        row.put("state", "ok");
        row.put("what", what);
      }
      case Finding.Warning(String what, String means, String next) -> {
        row.put("state", "warning");
        put(row, what, means, next);
      }
      case Finding.Failure(String what, String means, String next, boolean mayPass) -> {
        row.put("state", "failure");
        put(row, what, means, next);
        row.put("may_pass", mayPass);
      }
    }
    findings.add(row);
  }

  String text(Tally tally) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("version", Version.current());
    all.put("at", at.toString());
    all.put("ok", tally.fine());
    all.put("warnings", tally.warnings());
    all.put("failures", tally.failures());
    all.put("exit_code", tally.exitCode());
    all.put("findings", findings);
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all);
  }

  private static void put(Map<String, Object> row, String what, String means, String next) {
    row.put("what", what);
    row.put("means", means);
    row.put("next", next);
  }
}
