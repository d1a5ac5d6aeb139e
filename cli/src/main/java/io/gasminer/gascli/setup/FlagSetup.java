package io.gasminer.gascli.setup;

import io.gasminer.gascli.paper.Paper;
import io.gasminer.miner.config.EnvText;
import io.gasminer.miner.wallet.Prompt;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Owns a setting-up whose answers are flags: all of them are checked, and all that is wrong is said
 * at once.
 *
 * @param input where a key is read that is given as {@code -}
 * @param err where is said what is wrong
 */
public record FlagSetup(Setup setup, SetupFlags flags, InputStream input, PrintWriter err) {
  /**
   * Checks, shows, and writes.
   *
   * @param asker hears of it, and is asked whether to write where {@code yes} is not given
   * @param yes writes without asking
   */
  public Setup.End run(Asker asker, Prompt prompt, boolean yes, Optional<String> text) {
    Draft draft = setup.draft(text);
    Set<String> problems = new LinkedHashSet<>();
    List<String> notes = new ArrayList<>();
    take(draft, problems, notes);
    List<Finding> findings = new Survey(draft, setup.checks(), prompt).findings();
    Desk desk = new Desk(asker, draft, setup.checks(), setup.paper());
    for (Finding finding : findings) {
      switch (finding) {
        case Finding.Fine(String words) when words.equals("not checked") -> {}
        case Finding.Fine(String words) -> desk.tell(Paper.Ink.GOOD, words);
        case Finding.Doubtful(String words) -> desk.tell(Paper.Ink.WARN, words);
        case Finding.Wrong(String words) -> problems.add(words);
      }
    }
    notes.forEach(note -> desk.tell(Paper.Ink.WARN, note));
    if (EnvText.canHold(String.join(" ", draft.changes().values()))) {
      loadersWords(draft, problems);
    } else {
      problems.add("an answer has a line break or both kinds of quotes in it");
    }
    if (!problems.isEmpty()) {
      problems.forEach(problem -> err.println("Error: " + problem));
      err.println("Nothing was written. Next step: mend this, and run it again.");
      err.flush();
      return Setup.End.REFUSED;
    }
    return yes ? written(desk, text) : setup.agreed(desk, text);
  }

  private Setup.End written(Desk desk, Optional<String> text) {
    Difference difference = setup.difference(desk.draft());
    if (text.isPresent() && difference.lines().isEmpty()) {
      return setup.unchanged(desk.asker());
    }
    setup.show(desk.asker(), difference);
    return setup.write(desk.asker(), desk.draft(), text);
  }

  private void take(Draft draft, Set<String> problems, List<String> notes) {
    flags.network().ifPresent(network -> Network.answer(draft, network.strip()));
    flags.answers().forEach((setting, value) -> draft.answer(setting, value.strip()));
    List<String> unread = new ArrayList<>();
    KeyFiles files = new KeyFiles(input, unread, notes);
    flags
        .keyFiles()
        .forEach((setting, file) -> files.read(file).ifPresent(key -> draft.answer(setting, key)));
    problems.addAll(unread);
    ServiceChoices.needed(draft)
        .filter(provider -> draft.given(provider.keySetting()).isEmpty())
        .forEach(
            provider ->
                ServiceChoices.keyIn(setup.environment(), provider)
                    .ifPresent(key -> draft.answer(provider.keySetting(), key)));
  }

  // What a check has said in other words need not be said twice.
  private void loadersWords(Draft draft, Set<String> problems) {
    List<String> said = setup.difference(draft).problems();
    boolean servicesSaid = problems.stream().anyMatch(one -> one.contains("sandbox is for trials"));
    said.stream()
        .filter(problem -> !(servicesSaid && problem.contains("sandbox service is for trials")))
        .forEach(problems::add);
  }
}
