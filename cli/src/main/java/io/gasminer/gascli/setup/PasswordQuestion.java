package io.gasminer.gascli.setup;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** Owns the question where the password of an encrypted hotkey comes from when the miner starts. */
final class PasswordQuestion {
  private static final String FILE = "file";
  private static final String TYPED = "typed";

  private PasswordQuestion() {}

  /** Asks; false when the person has left. */
  static boolean answered(Desk desk) {
    boolean hasFile = desk.draft().given("BT_WALLET_PASSWORD_FILE").isPresent();
    boolean hasValue = desk.draft().wallet().password().isPresent();
    Optional<String> picked =
        desk.interview()
            .pick(
                new Question.Pick(
                    "The hotkey is encrypted. Where does its password come from at a start?",
                    List.of(
                        new Question.Choice(
                            FILE, "a file of mode 0600; the miner can start by itself"),
                        new Question.Choice(
                            TYPED,
                            hasValue
                                ? "as it is: BT_WALLET_PASSWORD, of the file or of this shell"
                                : "at each start: gascli generator run, in a terminal; or from"
                                    + " BT_WALLET_PASSWORD of whatever starts the miner")),
                    hasFile || !hasValue ? FILE : TYPED));
    if (picked.isEmpty()) {
      return false;
    }
    if (picked.get().equals(TYPED)) {
      desk.draft().answer("BT_WALLET_PASSWORD_FILE", "");
      return true;
    }
    Optional<String> file =
        desk.interview()
            .line(
                new Question.Line(
                    "The file whose first line is the password",
                    desk.draft().given("BT_WALLET_PASSWORD_FILE"),
                    typed ->
                        Files.isRegularFile(desk.draft().path(typed))
                            ? Optional.empty()
                            : Optional.of(
                                "there is no such file; make it in another terminal (umask 077,"
                                    + " then an editor), and type its path again")));
    file.ifPresent(path -> desk.draft().answer("BT_WALLET_PASSWORD_FILE", path));
    return file.isPresent();
  }
}
