package io.gasminer.gascli.models;

import io.gasminer.gascli.paper.Paper;
import io.gasminer.miner.audit.AuditOutcome;
import io.gasminer.miner.audit.Evidence;
import io.gasminer.miner.config.MinerConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Owns one audit from the plan to the exit: asks first, makes the samples, says what came of it.
 */
public final class Audit {
  /** What the caller wants besides the plan. */
  public record Wishes(Duration patience, boolean dryRun, boolean json) {}

  /** How an audit ended. */
  public sealed interface Ending {
    /**
     * All that could be done is done.
     *
     * @param clean whether every model passed
     */
    record Done(boolean clean) implements Ending {}

    /** Nothing was asked for. */
    record Refused(List<String> problems) implements Ending {}

    /** The person said no. */
    record Declined() implements Ending {}
  }

  private final Market market;
  private final MinerConfig.Making making;
  private final PrintWriter out;
  private final AuditText text;
  private final Wishes wishes;

  /** An audit on that market, told on that paper. */
  public Audit(
      Market market, MinerConfig.Making making, PrintWriter out, Paper paper, Wishes wishes) {
    this.market = market;
    this.making = making;
    this.out = out;
    this.text = new AuditText(out, paper);
    this.wishes = wishes;
  }

  /**
   * Runs it.
   *
   * @param assent asked once with the question, before anything is asked of a service
   */
  public Ending run(List<Offer> offers, AuditPlan.Bounds bounds, Predicate<String> assent) {
    AuditPlan plan = AuditPlan.of(offers, market, bounds);
    if (!wishes.json()) {
      text.plan(plan, bounds.mostUsd());
    }
    if (wishes.dryRun() || plan.isEmpty()) {
      if (wishes.json()) {
        out.println(AuditJson.of(plan, Map.of(), this::place));
      }
      return wishes.dryRun()
          ? new Ending.Done(true)
          : new Ending.Refused(List.of("no model is left to audit; the reasons stand above"));
    }
    if (!assent.test("Go on? [y/N] ")) {
      return new Ending.Declined();
    }
    try {
      Optional<FileChannel> claim = market.folder().claim();
      if (claim.isEmpty()) {
        return new Ending.Refused(List.of("another audit is under way; wait for its end"));
      }
      try (FileChannel _ = claim.get()) {
        // What another audit did while the question stood must not make this one dearer.
        AuditPlan now = AuditPlan.of(offers, market, bounds);
        return now.total().compareTo(plan.total()) > 0
            ? new Ending.Refused(List.of("another audit ended meanwhile; look at the price again"))
            : audit(now, bounds);
      }
    } catch (IOException notWritable) {
      return new Ending.Refused(
          List.of(
              "the evidence cannot be kept in %s (%s); make room there and let this user write"
                  .formatted(market.folder().path(), notWritable.getMessage())));
    }
  }

  private Ending audit(AuditPlan plan, AuditPlan.Bounds bounds) {
    return switch (AuditRun.prepare(plan, market, making, wishes.patience(), bounds.again())) {
      case AuditRun.Outcome.Problems(List<String> problems) -> new Ending.Refused(problems);
      case AuditRun.Outcome.Ready(AuditRun run) -> {
        List<Pick> todo =
            plan.picks().stream().filter(pick -> pick.fate() != Pick.Fate.LEAVE_OUT).toList();
        Map<Pick, AuditOutcome> outcomes = new LinkedHashMap<>();
        for (Pick pick : todo) {
          if (!wishes.json()) {
            text.begin(pick);
          }
          AuditOutcome outcome = run.of(pick);
          outcomes.put(pick, outcome);
          if (!wishes.json()) {
            text.outcome(pick, outcome, this::place);
          }
        }
        AuditTally tally =
            AuditTally.of(new ArrayList<>(outcomes.values()), plan.picks().size() - todo.size());
        if (wishes.json()) {
          out.println(AuditJson.of(plan, outcomes, this::place));
        } else {
          text.summary(tally);
        }
        yield new Ending.Done(tally.clean());
      }
    };
  }

  private Optional<String> place(Evidence evidence) {
    return market.folder().sample(evidence).map(Path::toString);
  }
}
