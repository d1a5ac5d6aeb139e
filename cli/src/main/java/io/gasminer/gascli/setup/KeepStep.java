package io.gasminer.gascli.setup;

import java.util.Optional;

/** Owns the questions what is kept, and where. */
final class KeepStep implements Step {
  @Override
  public boolean answered(Desk desk) {
    desk.heading(5, "What to keep");
    while (true) {
      Optional<String> folder =
          desk.interview()
              .line(
                  new Question.Line(
                      "The folder for state, logs and media",
                      Optional.of(desk.draft().value("MINER_OUTPUT_DIR")),
                      text -> Optional.empty()));
      if (folder.isEmpty()) {
        return false;
      }
      desk.draft().answer("MINER_OUTPUT_DIR", folder.get());
      Desk.Outcome settled = desk.settle(desk.checks().folder(desk.draft().path(folder.get())));
      if (settled == Desk.Outcome.LEFT) {
        return false;
      }
      if (settled == Desk.Outcome.KEPT) {
        return copiesAnswered(desk);
      }
    }
  }

  private static boolean copiesAnswered(Desk desk) {
    boolean known = desk.draft().value("MINER_SAVE_LOCALLY").strip().matches("(?i)true|1|yes|on");
    Optional<Boolean> copies =
        desk.interview()
            .agree(new Question.Agree("Keep a copy of everything that was made?", known));
    copies
        .filter(yes -> yes != known)
        .ifPresent(yes -> desk.draft().answer("MINER_SAVE_LOCALLY", yes.toString()));
    return copies.isPresent();
  }
}
