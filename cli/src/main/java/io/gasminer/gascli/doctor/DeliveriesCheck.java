package io.gasminer.gascli.doctor;

import io.gasminer.gascli.paper.Lines;
import io.gasminer.gascli.paper.Spans;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.store.ArchiveOpening;
import io.gasminer.miner.store.Archives;
import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.StoreUnavailable;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskArchive;
import io.gasminer.miner.task.TaskCounts;
import io.gasminer.miner.task.TaskQuery;
import io.gasminer.miner.task.TaskReceipt;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether validators take what the miner delivers. */
record DeliveriesCheck(MinerConfig.Storage storage, InstantSource clock) implements Check {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration QUIET = Duration.ofHours(6);
  // How long validators keep a challenge open.
  private static final Duration OPEN = Duration.ofHours(2);
  private static final int MOST = 500;
  private static final int LONGEST_REASON = 80;
  private static final Set<String> REFUSALS = Set.of("refused", "unknown-task", "blocked");

  @Override
  public String subject() {
    return "deliveries";
  }

  // SQLite is native code.
  @Override
  public boolean holdsItsThread() {
    return true;
  }

  @Override
  public List<Finding> look() {
    return switch (Archives.open(storage.databaseUrl(), storage.stateDir())) {
      case ArchiveOpening.Nothing(String why) ->
          List.of(new Finding.Ok("none yet: " + Lines.printable(Advice.of(why).what())));
      case ArchiveOpening.Unavailable(String why) -> {
        String line = Lines.printable(why);
        int end = line.indexOf(". ");
        yield List.of(
            new Finding.Warning(
                end < 0 ? line : line.substring(0, end),
                "whether validators take what is delivered is not known",
                "mend what 'database' says, then look again"));
      }
      case ArchiveOpening.Opened(TaskArchive opened) -> {
        try (TaskArchive archive = opened) {
          yield judged(archive);
        } catch (StoreUnavailable away) {
          yield List.of(
              Finding.passing(
                  Lines.printable(String.valueOf(away.getMessage())),
                  "whether validators take what is delivered is not known",
                  "mend what 'database' says"));
        }
      }
    };
  }

  private List<Finding> judged(TaskArchive archive) {
    Instant now = clock.instant();
    Instant dayAgo = now.minus(DAY);
    long recorded = archive.recordedSince(dayAgo);
    TaskCounts day = archive.since(dayAgo);
    List<Finding> found = new ArrayList<>();
    refused(archive.receipts(MOST, dayAgo, true), recorded, found);
    failed(archive.newest(MOST, TaskQuery.since(dayAgo)), day, found);
    undelivered(archive, now, found);
    if (found.isEmpty()) {
      found.add(
          new Finding.Ok(
              recorded
                  + " recorded in 24 h; "
                  + archive
                      .lastDelivery()
                      .map(
                          last ->
                              "the last " + Spans.words(since(last.attempt().at(), now)) + " ago")
                      .orElse("none was ever sent")
                  + silence(archive, day, now)));
    }
    return found;
  }

  /** Says that nobody calls, which is no fault of what can be seen here. */
  private static String silence(TaskArchive archive, TaskCounts day, Instant now) {
    return day.total() == 0 && archive.since(now.minus(QUIET)).total() == 0
        ? "; no challenge came in 24 h ('axon' and 'reachable' say whether any can)"
        : "";
  }

  private static void refused(List<TaskReceipt> failures, long recorded, List<Finding> found) {
    Map<String, Integer> reasons = new LinkedHashMap<>();
    for (TaskReceipt receipt : failures) {
      if (REFUSALS.contains(receipt.attempt().outcome())) {
        reasons.merge(reason(receipt), 1, Integer::sum);
      }
    }
    int refused = reasons.values().stream().mapToInt(Integer::intValue).sum();
    if (refused > 0) {
      found.add(
          new Finding.Warning(
              refused
                  + (refused == MOST ? " or more" : "")
                  + " refused in 24 h, "
                  + recorded
                  + " recorded; most often: "
                  + commonest(reasons),
              "what validators refuse was paid for and earns nothing",
              "'gascli tasks deliveries' shows each, 'gascli tasks show ID' the whole story"));
    }
  }

  private static void failed(List<Task> tasks, TaskCounts day, List<Finding> found) {
    Map<String, Integer> reasons = new LinkedHashMap<>();
    for (Task task : tasks) {
      if (task.state() instanceof io.gasminer.miner.task.TaskState.Failed failed) {
        reasons.merge(brief(failed.reason()), 1, Integer::sum);
      }
    }
    if (day.failed() * 2 > day.total()) {
      found.add(
          new Finding.Warning(
              day.failed()
                  + " of "
                  + day.total()
                  + " tasks failed in 24 h; most often: "
                  + commonest(reasons),
              "validators count a failure against the miner",
              "'gascli tasks list' shows them; mend what the commonest reason names"));
    }
  }

  private static void undelivered(TaskArchive archive, Instant now, List<Finding> found) {
    List<Task> waiting =
        archive.newest(
            MOST,
            new TaskQuery(
                Optional.of("completed"),
                Optional.<Modality>empty(),
                Optional.of(now.minus(OPEN)),
                true));
    if (!waiting.isEmpty()) {
      found.add(
          new Finding.Warning(
              waiting.size()
                  + (waiting.size() == MOST ? " or more" : "")
                  + (waiting.size() == 1
                      ? " result of the last 2 h is"
                      : " results of the last 2 h are")
                  + " not delivered yet",
              "validators keep a challenge open for 2 h; what comes later earns nothing",
              "'gascli tasks list' names them, 'gascli tasks retry ID' sends one again at once"));
    }
  }

  private static String reason(TaskReceipt receipt) {
    return brief(
        receipt.attempt().status().map(status -> status + " ").orElse("")
            + receipt.attempt().answer());
  }

  private static String brief(String text) {
    String line = Lines.printable(text.strip());
    return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
  }

  private static String commonest(Map<String, Integer> reasons) {
    return reasons.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> most.getKey() + " (" + most.getValue() + ")")
        .orElse("for reasons that are not kept");
  }

  private static Duration since(Instant then, Instant now) {
    Duration span = Duration.between(then, now);
    return span.isNegative() ? Duration.ZERO : span;
  }
}
