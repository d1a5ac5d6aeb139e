package io.gasminer.gascli.setup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What holds for whoever answers, at a terminal or from a script. */
abstract class AskerContract {
  /** One who will be answered with these lines, and then left; what was shown comes from it. */
  abstract Asker answering(String... lines);

  abstract String shown();

  @Test
  void answersComeInTheirOrderAndThenThePersonHasLeft() {
    Asker asker = answering("one", "", "three");
    assertThat(asker.line("first")).contains("one");
    assertThat(asker.line("second")).contains("");
    assertThat(asker.secret("third").map(String::new)).contains("three");
    assertThat(asker.line("fourth")).isEmpty();
    assertThat(asker.secret("fifth")).isEmpty();
  }

  @Test
  void questionsAndLinesAreShownAndASecretIsNot() {
    Asker asker = answering("hush-hush");
    asker.say("a line");
    asker.secret("the question");
    assertThat(shown()).contains("a line", "the question").doesNotContain("hush-hush");
  }

  @Test
  void aSecretMayBeWipedByWhoeverGotIt() {
    Asker asker = answering("abc", "abc");
    java.util.Arrays.fill(asker.secret("first").orElseThrow(), '\0');
    assertThat(asker.secret("second").map(String::new)).contains("abc");
  }
}
