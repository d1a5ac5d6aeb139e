package io.gasminer.miner.chain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns the two files in the state folder by which a command asks a running miner to read the
 * metagraph anew, and the miner answers.
 *
 * <p>The folder is its owner's alone, so whoever can ask could also stop the miner. The miner takes
 * a request by removing its file; an answer names the request it belongs to. Thread-safe.
 */
final class RefreshMailbox {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LARGEST = 4_096;
  private static final int LONGEST_REASON = 1_000;

  private final StateFile request;
  private final StateFile answer;

  RefreshMailbox(Path folder) {
    this.request = new StateFile(folder.resolve("refresh.request"), LARGEST);
    this.answer = new StateFile(folder.resolve("refresh.answer"), LARGEST);
  }

  void ask(String id) throws IOException {
    request.write(id.getBytes(StandardCharsets.US_ASCII));
  }

  /** Whether a miner has taken the request. */
  boolean isTaken() throws IOException {
    return request.read().isEmpty();
  }

  void withdraw() throws IOException {
    request.remove();
  }

  /** Takes the request that waits, if there is one. */
  Optional<String> take() throws IOException {
    Optional<byte[]> waiting = request.read();
    request.remove();
    return waiting.map(bytes -> new String(bytes, StandardCharsets.US_ASCII));
  }

  void answer(String id, Refresh refresh) throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("request", id);
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
    answer.write(JSON.writeValueAsBytes(all));
  }

  /** The answer to this request, when it is there. */
  Optional<Refresh> answerTo(String id) throws IOException {
    Optional<byte[]> content = answer.read();
    if (content.isEmpty()) {
      return Optional.empty();
    }
    try {
      JsonNode all = JSON.readTree(content.get());
      return all.path("request").asString("").equals(id)
          ? Optional.of(refresh(all))
          : Optional.empty();
    } catch (JacksonException notOurs) {
      throw new IOException("it is no answer of a miner", notOurs);
    }
  }

  private static Refresh refresh(JsonNode all) {
    long block = all.path("block").asLong(0);
    return all.has("reason")
        ? new Refresh.Kept(
            all.path("reason").asString(""),
            block,
            Duration.ofSeconds(all.path("age_seconds").asLong(0)))
        : new Refresh.Done(block, all.path("neurons").asInt(0), all.path("callers").asInt(0));
  }
}
