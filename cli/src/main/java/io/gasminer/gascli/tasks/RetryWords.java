package io.gasminer.gascli.tasks;

import io.gasminer.miner.delivery.Courier;
import io.gasminer.miner.delivery.RetryObstacle;
import io.gasminer.miner.task.Attempt;
import io.gasminer.miner.task.Task;

/**
 * Owns what is said of a result that was to be sent again, and whether that is well.
 *
 * @param well whether nothing is left to do for the operator
 */
public record RetryWords(String text, boolean well) {
  /** The words for an outcome. */
  public static RetryWords of(Retry.Outcome outcome, Task task, Times times) {
    String name = task.id().toString();
    return switch (outcome) {
      case Retry.Outcome.Sent(Attempt attempt) ->
          new RetryWords(
              "Sent again: "
                  + attempt.status().map(status -> status + " ").orElse("")
                  + attempt.outcome()
                  + ", \""
                  + Answers.words(attempt)
                  + "\": "
                  + Outcomes.meaning(attempt)
                  + ".",
              TaskStory.isRecorded(attempt.outcome()));
      case Retry.Outcome.Due() ->
          new RetryWords(
              "It is due now, and no miner has taken it up yet: it is sent as soon as one runs"
                  + " (gascli generator start). The challenge closes at "
                  + times.whole(task.createdAt().plus(Courier.WINDOW))
                  + ".",
              true);
      case Retry.Outcome.UnderWay() ->
          new RetryWords(
              "It is being sent this moment. Next step: gascli tasks show " + name, true);
      case Retry.Outcome.Not(RetryObstacle obstacle) -> not(obstacle, name, times);
      case Retry.Outcome.Failed(String why) ->
          new RetryWords(
              "It could not be asked for: "
                  + why
                  + ". Next step: run this as the user that the miner runs as, or try again.",
              false);
    };
  }

  private static RetryWords not(RetryObstacle obstacle, String name, Times times) {
    String text =
        switch (obstacle) {
          case RetryObstacle.Recorded(Attempt attempt) ->
              "Not sent: the validator has it since "
                  + times.whole(attempt.at())
                  + " and would throw a second one away. Nothing is to be done.";
          case RetryObstacle.Judged(Attempt attempt) ->
              "Not sent: the validator judged it and refused (\""
                  + Answers.words(attempt)
                  + "\"), and would say the same again. Next step: gascli tasks show "
                  + name;
          case RetryObstacle.InProgress() ->
              "Not sent: there is no result yet; it goes out by itself when it is made. Next step:"
                  + " gascli tasks show "
                  + name;
          case RetryObstacle.NoMedia(String reason) ->
              "Not sent: the task failed before there was a result ("
                  + reason
                  + "). Next step: gascli tasks show "
                  + name;
          case RetryObstacle.Closed(var at) ->
              "Not sent: the challenge closed at "
                  + times.whole(at)
                  + "; validators take results for two hours.";
          case RetryObstacle.Released() ->
              "Not sent: its media is no longer kept here, so there is nothing to send.";
        };
    return new RetryWords(text, obstacle instanceof RetryObstacle.Recorded);
  }
}
