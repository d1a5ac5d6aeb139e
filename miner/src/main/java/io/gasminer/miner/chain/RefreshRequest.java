package io.gasminer.miner.chain;

import io.gasminer.miner.mailbox.Letter;
import io.gasminer.miner.mailbox.Wish;
import io.gasminer.miner.task.Pause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import tools.jackson.databind.JsonNode;

/** Owns one wish to a running miner of this state folder: read the metagraph anew, now. */
public final class RefreshRequest {
  private final Path folder;
  private final Wish wish;

  /** A wish to the miner with this state folder. */
  public RefreshRequest(Path folder, InstantSource clock, Pause pause) {
    this.folder = folder;
    this.wish = new Wish(RefreshMailbox.in(folder), clock, pause);
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** The miner did what it could. */
    record Answered(Refresh refresh) implements Outcome {}

    /** No miner that runs uses this state folder. */
    record NobodyThere() implements Outcome {}

    /** A miner took the wish and did not say what came of it in time. */
    record NoAnswer() implements Outcome {}
  }

  /**
   * Asks and waits.
   *
   * @param id of this request alone
   * @throws IOException when the state folder cannot be written or read
   */
  public Outcome send(String id) throws IOException, InterruptedException {
    if (!Files.isDirectory(folder)) {
      return new Outcome.NobodyThere();
    }
    return switch (wish.send(new Letter(id, ""))) {
      case Wish.Outcome.Answered(JsonNode words) ->
          new Outcome.Answered(RefreshMailbox.refresh(words));
      case Wish.Outcome.NobodyThere() -> new Outcome.NobodyThere();
      case Wish.Outcome.NoAnswer() -> new Outcome.NoAnswer();
    };
  }
}
