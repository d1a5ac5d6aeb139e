package io.gasminer.gascli.doctor;

/**
 * Owns the taking apart of a message that says what happened and, after its mark, what to do.
 *
 * @param next empty where it does not say
 */
record Advice(String what, String next) {
  private static final String MARK = " Next step: ";
  private static final String PAUSE = "; ";

  static Advice of(String text) {
    int mark = text.indexOf(MARK);
    if (mark >= 0) {
      String what = text.substring(0, mark);
      return new Advice(
          what.endsWith(".") ? what.substring(0, what.length() - 1) : what,
          text.substring(mark + MARK.length()));
    }
    int pause = text.indexOf(PAUSE);
    return pause < 0
        ? new Advice(text, "")
        : new Advice(text.substring(0, pause), text.substring(pause + PAUSE.length()));
  }

  /** What to do, or this where it is not said. */
  String nextOr(String otherwise) {
    return next.isEmpty() ? otherwise : next;
  }
}
