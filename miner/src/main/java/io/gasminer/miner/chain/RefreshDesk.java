package io.gasminer.miner.chain;

import io.gasminer.miner.events.ChainEvents;
import io.gasminer.miner.task.Pause;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Owns the miner's side of {@code gascli generator refresh}: it looks for a request every second.
 */
public final class RefreshDesk implements AutoCloseable {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final RefreshMailbox mailbox;
  private final ValidatorRegistry registry;
  private final Pause pause;
  private final ChainEvents events;
  private final Thread thread;

  private RefreshDesk(Path folder, ValidatorRegistry registry, Pause pause, ChainEvents events) {
    this.mailbox = new RefreshMailbox(folder);
    this.registry = registry;
    this.pause = pause;
    this.events = events;
    this.thread = Thread.ofVirtual().name("refresh-requests").unstarted(this::watch);
  }

  /** Opens for requests in the folder, which no other miner uses. */
  public static RefreshDesk open(
      Path folder, ValidatorRegistry registry, Pause pause, ChainEvents events) {
    RefreshDesk desk = new RefreshDesk(folder, registry, pause, events);
    desk.thread.start();
    return desk;
  }

  private void watch() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        serve();
        pause.forAbout(LOOK_EVERY);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve() {
    try {
      Optional<String> request = mailbox.take();
      if (request.isPresent()) {
        mailbox.answer(request.get(), registry.refresh());
      }
    } catch (IOException failed) {
      events.refreshRequestFailed(failed.toString());
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
