package io.gasminer.gascli.doctor;

import io.gasminer.gascli.paper.Lines;
import io.gasminer.miner.audit.AuditedModel;
import io.gasminer.miner.audit.Evidence;
import io.gasminer.miner.generation.CatalogRow;
import io.gasminer.miner.generation.ModelCard;
import io.gasminer.miner.generation.ModelDirectory;
import io.gasminer.miner.provenance.SignerStanding;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether a configured model is still served, will be for a while, and signs as validators want it.
 *
 * @param audits what 'models audit' found of a model
 * @param directory the provider's own list; empty where it has none, or no key to ask with
 */
record ModelCheck(
    ServedModels models,
    ServedModels.Choice choice,
    Optional<ModelDirectory> directory,
    Function<AuditedModel, Optional<Evidence>> audits,
    Duration within,
    InstantSource clock)
    implements Check {
  private static final int DAYS_OF_WARNING = 30;
  private static final int MOST_NAMES = 3;
  private static final String REJECTED = "what validators reject costs, and earns nothing";

  @Override
  public String subject() {
    return "model " + choice.modality().wireName();
  }

  @Override
  public List<Finding> look() {
    if (choice.isSandbox()) {
      return List.of(
          new Finding.Ok("the sandbox makes it, for trials: no validator pays for that"));
    }
    Optional<CatalogRow> row = models.serving(choice, today());
    String name = choice.named().orElse("a model of " + choice.provider());
    if (row.isEmpty() || row.get().card().isFamily()) {
      return List.of(
          Finding.lasting(
              "the catalogue does not know " + Lines.printable(name) + " at " + choice.provider(),
              "it is not known to sign, so the miner does not start",
              instead(name, List.of()) + ", or add a row to MINER_MODEL_CATALOG"));
    }
    ModelCard card = row.get().card();
    if (!row.get().mayServe()) {
      return List.of(
          Finding.lasting(
              card.model()
                  + " does not sign"
                  + card.note().map(note -> " (" + note + ")").orElse(""),
              "validators reject what it makes, so the miner does not start",
              instead(card.model(), List.of())));
    }
    List<Finding> found = new ArrayList<>();
    Optional<String> listed = listing(card, found);
    signing(card, directory.isPresent() && listed.isPresent(), found);
    if (found.isEmpty()) {
      found.add(
          new Finding.Ok(
              card.model()
                  + " of "
                  + card.provider()
                  + listed.orElse("")
                  + ", signed by "
                  + card.signer().orElse("nobody")));
    }
    return found;
  }

  /** What the list adds to an ok; what is wrong goes to the findings. */
  private Optional<String> listing(ModelCard card, List<Finding> found) {
    if (directory.isEmpty()) {
      card.endsOn().ifPresent(end -> ending(card, end, "the catalogue", List.of(), found));
      return Optional.of(" (it publishes no list; evidence of " + card.evidence() + ")");
    }
    Optional<Map<String, Optional<LocalDate>>> list =
        directory.get().listed(choice.modality(), clock.instant().plus(within));
    if (list.isEmpty()) {
      found.add(
          new Finding.Warning(
              choice.provider() + "'s list of models could not be read",
              "whether " + card.model() + " is still served is not known",
              "mend what 'key " + choice.provider() + "' says; the first challenge will tell"));
      return Optional.empty();
    }
    List<String> names = list.get().keySet().stream().map(Lines::printable).toList();
    if (!list.get().containsKey(card.model())) {
      found.add(
          Finding.lasting(
              choice.provider() + " does not list " + card.model() + " today",
              "it was shut down or renamed, so requests for it are refused",
              instead(card.model(), names)));
      return Optional.empty();
    }
    list.get()
        .getOrDefault(card.model(), Optional.empty())
        .or(card::endsOn)
        .ifPresent(end -> ending(card, end, choice.provider(), names, found));
    return Optional.of(", listed there today");
  }

  private void ending(
      ModelCard card, LocalDate end, String who, List<String> listed, List<Finding> found) {
    if (today().plusDays(DAYS_OF_WARNING).isBefore(end)) {
      return;
    }
    boolean past = !today().isBefore(end);
    found.add(
        new Finding.Warning(
            card.model() + (past ? " ended on " : " ends on ") + end + ", says " + who,
            past ? "requests may be refused" : "from then on requests are refused",
            instead(card.model(), listed)));
  }

  private void signing(ModelCard card, boolean listed, List<Finding> found) {
    Optional<SignerStanding> standing =
        card.signer().map(signer -> SignerStanding.of(signer, today()));
    if (standing.isEmpty() || !standing.get().named() || !standing.get().anchored()) {
      found.add(
          new Finding.Warning(
              card.model()
                  + card.signer()
                      .map(signer -> " is signed by " + signer)
                      .orElse(" does not sign, and was forced in the catalogue")
                  + standing.map(known -> ", " + known.text()).orElse(""),
              REJECTED,
              instead(card.model(), List.of())));
    }
    Optional<Evidence> audit = audits.apply(AuditedModel.of(card));
    audit
        .filter(evidence -> !evidence.wouldBePaid())
        .ifPresent(evidence -> found.add(of(evidence)));
    // A sample that validators would take says more than a note that doubts it.
    card.note()
        .filter(_ -> audit.filter(Evidence::wouldBePaid).isEmpty())
        .ifPresent(note -> noted(card, note, listed, found));
  }

  private static Finding of(Evidence evidence) {
    return new Finding.Warning(
        "the sample of "
            + evidence.model().model()
            + " of "
            + LocalDate.ofInstant(evidence.at(), ZoneOffset.UTC)
            + " was "
            + evidence.verdict().wireName().replace('_', ' ')
            + evidence
                .problem()
                .map(problem -> " (" + Lines.printable(problem.words()) + ")")
                .orElse(""),
        REJECTED,
        evidence.problem().map(Evidence.Problem::next).orElse("gascli models audit makes another"));
  }

  // A note about signing counts whatever the list says; one about the model's end does not where
  // the
  // list has just told better.
  private void noted(ModelCard card, String note, boolean listed, List<Finding> found) {
    String what = card.model() + ": " + Lines.printable(note);
    if (note.contains("validators")) {
      found.add(
          new Finding.Warning(
              what,
              REJECTED,
              "'gascli models audit' makes a sample and judges it as they do; "
                  + instead(card.model(), List.of())));
    } else if (!listed) {
      found.add(
          new Finding.Warning(
              what,
              "so the catalogue says, by evidence of " + card.evidence(),
              instead(card.model(), List.of())));
    }
  }

  /**
   * What to name in its place: what the catalogue knows and the provider lists, else what is near.
   */
  private String instead(String model, List<String> listed) {
    List<String> able = models.others(choice, model, today());
    List<String> known = listed.isEmpty() ? able : able.stream().filter(listed::contains).toList();
    List<String> near =
        listed.stream()
            .sorted(Comparator.comparingInt((String name) -> -common(name, model)))
            .filter(name -> common(name, model) > model.length() / 2)
            .toList();
    List<String> best = known.isEmpty() ? near : known;
    return best.isEmpty()
        ? "choose another " + choice.modality().name() + "_SERVICE"
        : choice.setting() + ": " + String.join(", ", best.stream().limit(MOST_NAMES).toList());
  }

  private static int common(String one, String other) {
    int length = Math.min(one.length(), other.length());
    int at = 0;
    while (at < length && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
