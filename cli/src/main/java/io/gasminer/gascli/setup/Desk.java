package io.gasminer.gascli.setup;

import io.gasminer.gascli.paper.Paper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.function.Supplier;

/** Owns what the steps of a conversation share: who answers, what was answered, who checks it. */
record Desk(Asker asker, Draft draft, Checks checks, Paper paper) {
  /** How a checked answer is left. */
  enum Outcome {
    /** It stands. */
    KEPT,
    /** It is asked for again. */
    AGAIN,
    /** The person has left. */
    LEFT
  }

  Interview interview() {
    return new Interview(asker);
  }

  void heading(int number, String title) {
    asker.say("");
    asker.say(paper.in(Paper.Ink.STRONG, number + "/5  " + title));
  }

  /** Checks an answer, says what was found, and asks what to do where that is not clear. */
  Outcome settle(String doing, Supplier<Finding> check) {
    asker.say(paper.in(Paper.Ink.FAINT, "  " + doing + " …"));
    return settle(check.get());
  }

  Outcome settle(Finding finding) {
    return switch (finding) {
      case Finding.Fine(String words) -> {
        tell(Paper.Ink.GOOD, words);
        yield Outcome.KEPT;
      }
      case Finding.Doubtful(String words) -> {
        tell(Paper.Ink.WARN, words);
        yield kept("Keep it anyway?", true);
      }
      case Finding.Wrong(String words) -> {
        tell(Paper.Ink.BAD, words);
        yield kept("Keep it all the same?", false);
      }
    };
  }

  private Outcome kept(String question, boolean standard) {
    Optional<Boolean> agreed = interview().agree(new Question.Agree(question, standard));
    return agreed.map(yes -> yes ? Outcome.KEPT : Outcome.AGAIN).orElse(Outcome.LEFT);
  }

  void tell(Paper.Ink ink, String words) {
    StringWriter text = new StringWriter();
    paper.line(new PrintWriter(text, true), "  " + paper.mark(ink) + " ", words);
    text.toString().lines().forEach(asker::say);
  }
}
