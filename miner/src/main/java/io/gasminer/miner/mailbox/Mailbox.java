package io.gasminer.miner.mailbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns the two files in the state folder by which a command asks a running miner for one kind of
 * thing, and the miner answers.
 *
 * <p>The folder is its owner's alone, so whoever can ask could also stop the miner. The miner takes
 * a request by removing its file. Thread-safe.
 */
public final class Mailbox {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LARGEST = 4_096;

  private final StateFile request;
  private final StateFile answer;

  /** The mailbox of that name in the folder, which need not be there yet. */
  public Mailbox(Path folder, String name) {
    this.request = new StateFile(folder.resolve(name + ".request"), LARGEST);
    this.answer = new StateFile(folder.resolve(name + ".answer"), LARGEST);
  }

  /** Puts in a letter, in the place of one that waits. */
  public void ask(Letter letter) throws IOException {
    request.write((letter.id() + "\n" + letter.matter()).getBytes(StandardCharsets.UTF_8));
  }

  /** Whether a miner has taken the letter. */
  public boolean isTaken() throws IOException {
    return request.read().isEmpty();
  }

  /** Takes the letter back. */
  public void withdraw() throws IOException {
    request.remove();
  }

  /** Takes the letter that waits, if there is one. */
  public Optional<Letter> take() throws IOException {
    return request.take().map(bytes -> letter(new String(bytes, StandardCharsets.UTF_8)));
  }

  private static Letter letter(String text) {
    int end = text.indexOf('\n');
    return end < 0
        ? new Letter(text, "")
        : new Letter(text.substring(0, end), text.substring(end + 1).strip());
  }

  /** Answers the letter with that id. */
  public void answer(String id, Map<String, Object> words) throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("request", id);
    all.putAll(words);
    answer.write(JSON.writeValueAsBytes(all));
  }

  /** The answer to the letter with that id, when it is there. */
  public Optional<JsonNode> answerTo(String id) throws IOException {
    Optional<byte[]> content = answer.read();
    if (content.isEmpty()) {
      return Optional.empty();
    }
    try {
      JsonNode all = JSON.readTree(content.get());
      return all.path("request").asString("").equals(id) ? Optional.of(all) : Optional.empty();
    } catch (JacksonException notOurs) {
      throw new IOException("it is no answer of a miner", notOurs);
    }
  }
}
