package io.gasminer.miner.generation.http;

import io.gasminer.miner.generation.Breaker;
import io.gasminer.miner.generation.GenerationOutcome;
import io.gasminer.miner.task.TaskId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Owns what follows when a call that commits money is cut after it was sent.
 *
 * <p>The vendor may have made the media and charged for it, and there is no job to find it by. The
 * task's first such call is tried once more, as most are cut by a gateway that passed nothing on;
 * the second is the end, so that a vendor that works but cannot answer is paid twice at most.
 * Remembers the last thousand tasks, in memory only. Thread-safe.
 */
public final class CutCalls {
  private static final int MOST = 1_000;

  private final Map<TaskId, Integer> cut = new LinkedHashMap<>();

  /** What a cut call means for the task. */
  public synchronized GenerationOutcome after(TaskId task, String vendor, String reason) {
    int times = cut.merge(task, 1, Integer::sum);
    if (cut.size() > MOST) {
      cut.remove(cut.keySet().iterator().next());
    }
    String what = vendor + " was asked and no whole answer came (" + reason + ")";
    return times == 1
        ? new GenerationOutcome.Unavailable(
            what + "; it may have been charged; it is tried once more", Breaker.BRIEFLY)
        : new GenerationOutcome.Lost(what + ", twice; both may have been charged");
  }
}
