package io.gasminer.miner.chain;

import io.gasminer.miner.mailbox.Letter;
import io.gasminer.miner.mailbox.Mailbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Owns the letters by which a command asks a running miner to read the metagraph anew, and how the
 * answer is written. Thread-safe.
 */
final class RefreshMailbox {
  private static final int LONGEST_REASON = 1_000;

  private final Mailbox mailbox;

  RefreshMailbox(Path folder) {
    this.mailbox = in(folder);
  }

  static Mailbox in(Path folder) {
    return new Mailbox(folder, "refresh");
  }

  /** Takes the request that waits, if there is one. */
  Optional<String> take() throws IOException {
    return mailbox.take().map(Letter::id);
  }

  void answer(String id, Refresh refresh) throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    switch (refresh) {
      case Refresh.Done(long block, int neurons, int callers) -> {
        all.put("block", block);
        all.put("neurons", neurons);
        all.put("callers", callers);
      }
      case Refresh.Kept(String reason, long block, Duration age) -> {
        all.put("block", block);
        all.put("reason", reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
        all.put("age_seconds", age.toSeconds());
      }
    }
    mailbox.answer(id, all);
  }

  static Refresh refresh(JsonNode all) {
    long block = all.path("block").asLong(0);
    return all.has("reason")
        ? new Refresh.Kept(
            all.path("reason").asString(""),
            block,
            Duration.ofSeconds(all.path("age_seconds").asLong(0)))
        : new Refresh.Done(block, all.path("neurons").asInt(0), all.path("callers").asInt(0));
  }
}
