package io.gasminer.gascli.models;

import io.gasminer.miner.audit.Evidence;
import io.gasminer.miner.generation.ModelCard;
import io.gasminer.miner.media.TierReward;
import io.gasminer.miner.provenance.SignerStanding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Owns the models as JSON; what is not known is null. */
public final class MarketJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private MarketJson() {}

  /** All models, and what speaks against those in use. */
  public static String of(List<Offer> offers, List<String> warnings) {
    ObjectNode json = JSON.createObjectNode().put("reward_source", TierReward.SOURCE);
    ArrayNode models = json.putArray("models");
    offers.forEach(offer -> models.add(of(offer)));
    texts(json, "warnings", warnings);
    return pretty(json);
  }

  static String pretty(ObjectNode json) {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
  }

  /** One model. */
  static ObjectNode of(Offer offer) {
    ModelCard card = offer.card();
    ObjectNode json = JSON.createObjectNode();
    json.put("model", card.model()).put("service", card.provider());
    json.put("modality", card.modality().wireName());
    json.put("key_configured", offer.open()).put("chosen", offer.chosen());
    ArrayNode tiers = json.putArray("tiers");
    for (TierOffer tier : offer.tiers()) {
      ObjectNode node = tiers.addObject().put("tier", tier.tier()).put("size", tier.size());
      put(node, "price_usd", tier.price());
      node.put("seconds", tier.seconds());
      put(node, "reward", tier.reward());
      put(node, "reward_per_usd", tier.perDollar());
      texts(node, "chosen_for", tier.chosenFor());
    }
    text(json, "signer", card.signer());
    text(json, "signer_standing", offer.standing().map(SignerStanding::text));
    offer
        .standing()
        .ifPresentOrElse(
            standing -> json.put("signer_accepted", standing.accepted()),
            () -> json.put("signer_accepted", false));
    json.put("seen", offer.seen().toString()).put("basis", offer.basis());
    json.put("documented", card.evidence().toString());
    text(json, "ends_on", card.endsOn().map(Object::toString));
    text(json, "note", card.note());
    offer
        .audit()
        .ifPresentOrElse(found -> json.set("audit", of(found)), () -> json.putNull("audit"));
    return json;
  }

  /** What an audit found. */
  static ObjectNode of(Evidence evidence) {
    ObjectNode json = JSON.createObjectNode().put("at", evidence.at().toString());
    json.put("verdict", evidence.verdict().wireName()).put("asked", evidence.asked());
    put(json, "price_usd", evidence.price());
    evidence
        .made()
        .ifPresent(
            made -> {
              ObjectNode sample = json.putObject("sample").put("file", made.file());
              sample.put("content_type", made.contentType()).put("bytes", made.bytes());
              text(sample, "size", made.size());
              text(sample, "tier", made.tier());
              put(
                  sample,
                  "seconds_taken",
                  made.took().map(took -> BigDecimal.valueOf(took.toMillis(), 3)));
            });
    evidence
        .problem()
        .ifPresent(
            problem ->
                json.putObject("problem")
                    .put("words", problem.words())
                    .put("fault", problem.fault())
                    .put("next", problem.next()));
    ObjectNode facts = json.putObject("facts");
    for (Map.Entry<String, String> fact : new TreeMap<>(evidence.facts()).entrySet()) {
      facts.put(fact.getKey(), fact.getValue());
    }
    texts(json, "warnings", evidence.warnings());
    return json;
  }

  static void put(ObjectNode json, String name, Optional<BigDecimal> value) {
    value.ifPresentOrElse(number -> json.put(name, number), () -> json.putNull(name));
  }

  static void text(ObjectNode json, String name, Optional<String> value) {
    value.ifPresentOrElse(text -> json.put(name, text), () -> json.putNull(name));
  }

  private static void texts(ObjectNode json, String name, List<String> values) {
    ArrayNode array = json.putArray(name);
    values.forEach(array::add);
  }
}
