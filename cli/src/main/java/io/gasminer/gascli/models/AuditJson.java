package io.gasminer.gascli.models;

import io.gasminer.miner.audit.AuditOutcome;
import io.gasminer.miner.audit.Evidence;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Owns an audit as JSON: the plan, and what came of each model. */
final class AuditJson {
  private AuditJson() {}

  /**
   * The whole of it.
   *
   * @param outcomes of the models that were asked for; none on a dry run
   */
  static String of(AuditPlan plan, Map<Pick, AuditOutcome> outcomes, EvidencePlace place) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("total_usd", plan.total());
    ArrayNode models = json.putArray("models");
    for (Pick pick : plan.picks()) {
      ObjectNode node = models.addObject();
      node.put("model", pick.model()).put("service", pick.service());
      node.put("modality", pick.sample().row().card().modality().wireName());
      node.put("tier", pick.tier()).put("plan", pick.fate().name().toLowerCase(Locale.ROOT));
      node.put("cost_usd", pick.cost());
      MarketJson.text(node, "left_out_because", pick.why());
      Optional.ofNullable(outcomes.get(pick)).ifPresent(found -> write(node, found, place));
    }
    return MarketJson.pretty(json);
  }

  private static void write(ObjectNode node, AuditOutcome outcome, EvidencePlace place) {
    switch (outcome) {
      case AuditOutcome.Judged(Evidence evidence) -> {
        node.put("outcome", evidence.verdict().wireName());
        node.set("audit", MarketJson.of(evidence));
        MarketJson.text(node, "sample_path", place.of(evidence));
      }
      case AuditOutcome.Running running ->
          node.put("outcome", "running")
              .put("job", running.ticket().jobId())
              .put("words", running.words());
      case AuditOutcome.NotMade(String reason, String fault, String next, boolean charged) ->
          node.put("outcome", "not_made")
              .put("words", reason)
              .put("fault", fault)
              .put("next", next)
              .put("maybe_charged", charged);
    }
  }
}
