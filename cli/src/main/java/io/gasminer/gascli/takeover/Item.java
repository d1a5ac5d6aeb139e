package io.gasminer.gascli.takeover;

/**
 * Owns what became of one thing that was found.
 *
 * @param section {@code settings}, {@code tasks}, {@code statistics} or {@code media}
 * @param what names it, without any secret
 * @param why what it means here, or why it was left; may be empty
 */
public record Item(String section, String what, Fate fate, String why) {
  /** What becomes of it. */
  public enum Fate {
    /** It serves here from now on. */
    TAKEN("taken"),
    /** It is here already. */
    HERE("already here"),
    /** It stays where it is. */
    LEFT("left"),
    /** It could not be understood. */
    BROKEN("not understood");

    private final String words;

    Fate(String words) {
      this.words = words;
    }

    /** As it is shown. */
    public String words() {
      return words;
    }
  }
}
