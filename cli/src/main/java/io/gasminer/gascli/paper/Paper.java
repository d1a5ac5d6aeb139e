package io.gasminer.gascli.paper;

import io.gasminer.miner.wallet.Prompt;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * Owns what a text is printed on: how wide it is, whether it has colours and signs beyond ASCII.
 *
 * @param width in columns
 */
public record Paper(int width, boolean colours, boolean signs) {
  /** What ink looks like in a text: the codes of {@link Ink}, and the end of it. */
  static final String INK = "\u001b\\[(?:0|1|2|32|33|1;31)m";

  static final String PLAIN_AGAIN = "\u001b[0m";

  private static final int USUAL = 80;
  private static final int NARROWEST = 50;
  private static final int WIDEST = 110;

  /** Eighty columns without colours, as in a file. */
  public static final Paper PLAIN = new Paper(USUAL, false, true);

  /** Colours only on a terminal, and where NO_COLOR does not forbid them. */
  public static Paper ofThisProcess() {
    boolean terminal = Prompt.console().isPresent();
    boolean refused =
        !System.getenv().getOrDefault("NO_COLOR", "").isEmpty()
            || System.getenv().getOrDefault("TERM", "dumb").equals("dumb");
    return new Paper(
        columns(Optional.ofNullable(System.getenv("COLUMNS"))),
        terminal && !refused,
        Charset.forName(System.getProperty("stdout.encoding", "UTF-8"))
            .newEncoder()
            .canEncode("├✓✗·"));
  }

  static int columns(Optional<String> told) {
    return told.filter(text -> text.matches("\\d{1,4}"))
        .map(Integer::parseInt)
        .map(number -> Math.clamp(number, NARROWEST, WIDEST))
        .orElse(USUAL);
  }

  /** How a piece of text stands out. */
  public enum Ink {
    GOOD("32", "✓", "ok"),
    BAD("1;31", "✗", "FAIL"),
    WARN("33", "!", "!"),
    FAINT("2", "·", "-"),
    STRONG("1", "", "");

    private final String code;
    private final String sign;
    private final String word;

    Ink(String code, String sign, String word) {
      this.code = code;
      this.sign = sign;
      this.word = word;
    }
  }

  /** The text in that ink, where there are colours. */
  public String in(Ink ink, String text) {
    return colours ? "\u001b[" + ink.code + "m" + text + PLAIN_AGAIN : text;
  }

  /** The mark of that ink. */
  public String mark(Ink ink) {
    return in(ink, signs ? ink.sign : "%-4s".formatted(ink.word));
  }

  /** A line that is broken between words, the following lines indented like its text. */
  public void line(PrintWriter out, String head, String text) {
    int indent = Cell.columns(head);
    String lead = head;
    for (String row : Lines.wrapped(text, Math.max(width - indent, 24))) {
      out.println((lead + row).stripTrailing());
      // A line that goes on stays on its branch of the tree.
      boolean onBranch = head.startsWith("│") || head.startsWith("|");
      lead = onBranch ? head.charAt(0) + " ".repeat(indent - 1) : " ".repeat(indent);
    }
  }
}
