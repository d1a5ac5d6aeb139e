package io.gasminer.gascli.tasks;

import io.gasminer.miner.task.Attempt;
import io.gasminer.miner.task.Standing;
import io.gasminer.miner.task.TaskEvent;
import io.gasminer.miner.task.TaskEvent.Kind;
import io.gasminer.miner.task.TaskState;
import java.time.Instant;
import java.util.List;

/**
 * Owns the answer to "why was I paid, why not".
 *
 * @param answer {@code delivered}, {@code not paid}, or {@code open}
 * @param fault whose it was; empty where nothing went wrong
 * @param next what the operator can do, the best first
 */
record Pay(String answer, String why, String fault, List<String> next) {
  static final String DELIVERED = "delivered";
  static final String NOT_PAID = "not paid";
  static final String OPEN = "open";
  private static final String MODELS = "gascli models shows which models validators pay for";

  static Pay of(TaskStory story, Times times) {
    return switch (story.task().state()) {
      case TaskState.Pending() -> underWay("it waits for its turn to be generated", times, story);
      case TaskState.Processing _ -> underWay("it is being made or judged", times, story);
      case TaskState.Completed _ -> completed(story, times);
      case TaskState.Failed failed -> failed(story, failed);
    };
  }

  private static Pay underWay(String what, Times times, TaskStory story) {
    return new Pay(
        OPEN, what + "; the challenge closes at " + times.whole(story.close()), "", List.of());
  }

  private static Pay completed(TaskStory story, Times times) {
    if (story.receipt().isPresent()) {
      return new Pay(
          DELIVERED,
          "the validator has the result since "
              + times.whole(story.receipt().get().at())
              + "; what it pays depends on how it rates it",
          "",
          List.of("gascli generator performance shows how the validators rate this miner"));
    }
    if (story.attempts().isEmpty()) {
      return underWay("the result is made and goes out in a moment", times, story);
    }
    Attempt last = story.attempts().getLast();
    if (last.outcome().equals("refused")) {
      return new Pay(
          NOT_PAID,
          "the validator judged the result and refused it: " + Answers.words(last),
          "the result: what the model made, or how it was signed",
          List.of(
              "gascli generator verify-c2pa FILE explains a file rule by rule; with"
                  + " MINER_SAVE_LOCALLY=true each result is kept to look at",
              MODELS));
    }
    if (times.now().isAfter(story.close()) || story.standing().isEmpty()) {
      return givenUp(last);
    }
    return Outcomes.isHeld(story) ? held(story, last, times) : again(story, last, times);
  }

  private static Pay givenUp(Attempt last) {
    boolean answered = last.status().isPresent();
    return new Pay(
        NOT_PAID,
        "no validator recorded the result before the challenge closed; the last attempt: "
            + Outcomes.meaning(last),
        switch (last.outcome()) {
          case "blocked", "our-request-wrong" -> "this machine's";
          default -> answered ? "the validator's" : "the validator's, or the network in between";
        },
        List.of("gascli tasks deliveries --failed shows whether other validators fare the same"));
  }

  private static Pay held(TaskStory story, Attempt last, Times times) {
    String mend =
        last.outcome().equals("blocked")
            ? "look at the reason above; an address of your own is let through by"
                + " MINER_WEBHOOK_ALLOW"
            : "look at the validator's words above: a time that is too old or too new is a wrong"
                + " clock here (timedatectl), a signature the wrong hotkey";
    return new Pay(
        OPEN,
        "not delivered, and not sent again by itself: " + Outcomes.meaning(last),
        "this machine's",
        List.of(
            mend,
            "then gascli tasks retry "
                + story.task().id()
                + " before "
                + times.whole(story.close())));
  }

  private static Pay again(TaskStory story, Attempt last, Times times) {
    Instant due = story.standing().map(Standing::due).orElse(times.now());
    return new Pay(
        OPEN,
        "not delivered yet: "
            + Outcomes.meaning(last)
            + ". It is sent again at "
            + times.whole(due)
            + ", until the challenge closes at "
            + times.whole(story.close()),
        last.status().isPresent() ? "the validator's" : "the validator's, or the network's",
        List.of("gascli tasks retry " + story.task().id() + " sends it now"));
  }

  private static Pay failed(TaskStory story, TaskState.Failed failed) {
    String told =
        story.receipt().isPresent()
            ? ". The validator was told"
            : ". The validator was not told (yet)";
    String why = failed.reason().strip().replaceFirst("\\.$", "") + told;
    Cause cause = Cause.of(failed.reason(), story.events());
    return new Pay(NOT_PAID, why, cause.fault(), cause.next());
  }

  /** Whose fault a task without media is, by what happened on its way. */
  private record Cause(String fault, List<String> next) {
    static Cause of(String reason, List<TaskEvent> events) {
      if (reason.startsWith("The challenge closed before its turn")) {
        return new Cause(
            "this miner's: more was accepted than it can make",
            List.of("raise MINER_MAX_CONCURRENT_TASKS, or lower MINER_MAX_QUEUED_TASKS"));
      }
      if (reason.startsWith("The result could not be delivered")) {
        return new Cause(
            "the validator's: its webhook may not be called from here", List.of("nothing"));
      }
      return events.reversed().stream()
          .map(event -> of(event.kind()))
          .filter(cause -> !cause.fault().isEmpty())
          .findFirst()
          .orElse(
              new Cause("the provider's", List.of("gascli doctor asks each provider how it is")));
    }

    private static Cause of(Kind kind) {
      return switch (kind) {
        case OPERATOR_PROBLEM ->
            new Cause(
                "this account's: the provider refuses its key or its credits",
                List.of("gascli doctor tries each key; then look at the provider's billing page"));
        case MODERATED ->
            new Cause(
                "nobody's: the provider's moderation refused what was asked for",
                List.of("name a second service for this modality: others refuse other things"));
        case UNFIT ->
            new Cause(
                "the model's: validators would refuse how its media is signed",
                List.of(MODELS, "gascli models audit tries what is configured"));
        case RULED_OUT ->
            new Cause("the model's or the provider's: the request was refused", List.of(MODELS));
        case BUSY, WAITING ->
            new Cause(
                "the provider's: it could not serve in time",
                List.of("name a second service for this modality, or raise MINER_TASK_TIMEOUT"));
        case UNCERTAIN ->
            new Cause(
                "this machine's: the miner ended while a provider was asked",
                List.of("look at the provider's billing, and at gascli generator logs"));
        case ASKED, JOB_ACCEPTED, PRODUCED, FIT, RETRIED -> new Cause("", List.of());
      };
    }
  }
}
