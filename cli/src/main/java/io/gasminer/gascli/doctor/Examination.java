package io.gasminer.gascli.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;

/**
 * Owns the running of all checks: at once, each for so long at most, told in their order.
 *
 * @param bound for each check, counted from the beginning of all
 */
record Examination(List<Check> checks, Duration bound) {
  private record Running(Check check, FutureTask<List<Finding>> task) {}

  /**
   * Runs them; a check whose predecessors have been told is told as soon as it has ended.
   *
   * @param each takes a check's subject and its findings
   */
  void run(BiConsumer<String, List<Finding>> each) throws InterruptedException {
    long begun = System.nanoTime();
    List<Running> all = new ArrayList<>();
    for (Check check : checks) {
      FutureTask<List<Finding>> task = new FutureTask<>(check::look);
      Thread.Builder thread =
          check.holdsItsThread() ? Thread.ofPlatform().daemon() : Thread.ofVirtual();
      thread.name("check-" + check.subject()).start(task);
      all.add(new Running(check, task));
    }
    try {
      for (Running running : all) {
        long left = bound.toNanos() - (System.nanoTime() - begun);
        each.accept(running.check().subject(), findings(running, Math.max(1, left)));
      }
    } finally {
      all.forEach(running -> running.task().cancel(true));
    }
  }

  private List<Finding> findings(Running running, long nanos) throws InterruptedException {
    try {
      return running.task().get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      return List.of(
          Finding.passing(
              "no answer within " + bound.toSeconds() + " s",
              "how it stands is not known; what was asked hangs or is far away",
              "look at this machine's network and disks, and run it again with a longer"
                  + " --timeout"));
    } catch (ExecutionException bug) {
      return List.of(
          Finding.passing(
              "the check itself broke (" + bug.getCause() + ")",
              "how it stands is not known; that is a fault of gascli",
              "report it with this line"));
    }
  }
}
