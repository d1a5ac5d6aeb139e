package io.gasminer.gascli.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Owns the asking of several at once, where each ends by itself in a bounded time. */
final class Together {
  private Together() {}

  /** The answers, in the order of the questions. */
  static <T> List<T> ask(List<Callable<T>> questions) throws InterruptedException {
    List<FutureTask<T>> asked = new ArrayList<>();
    for (Callable<T> question : questions) {
      FutureTask<T> task = new FutureTask<>(question);
      // Threads of the operating system: looking a name up is native code.
      Thread.ofPlatform().daemon().name("question").start(task);
      asked.add(task);
    }
    List<T> answers = new ArrayList<>();
    try {
      for (FutureTask<T> task : asked) {
        answers.add(task.get());
      }
      return answers;
    } catch (ExecutionException bug) {
      throw new IllegalStateException(bug.getCause());
    } finally {
      asked.forEach(task -> task.cancel(true));
    }
  }
}
