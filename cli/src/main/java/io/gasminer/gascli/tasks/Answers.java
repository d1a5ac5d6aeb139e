package io.gasminer.gascli.tasks;

import io.gasminer.miner.task.Attempt;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Owns how a validator's words are told: what it says, without the JSON around it. */
final class Answers {
  private static final int LONGEST = 400;

  private Answers() {}

  /** The words in one line; not cleaned of control characters, which is the paper's part. */
  static String words(Attempt attempt) {
    String answer = attempt.answer().strip();
    String said = inside(answer).orElse(answer).replaceAll("\\s+", " ").strip();
    return said.length() <= LONGEST ? said : said.substring(0, LONGEST) + "…";
  }

  private static Optional<String> inside(String answer) {
    if (!answer.startsWith("{")) {
      return Optional.empty();
    }
    try {
      JsonNode all = JsonMapper.shared().readTree(answer);
      return all.path("message").asStringOpt().or(() -> all.path("detail").asStringOpt());
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }
}
