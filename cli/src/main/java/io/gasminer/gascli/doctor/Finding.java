package io.gasminer.gascli.doctor;

/** Owns one thing that was looked at, and how it stands. */
public sealed interface Finding {
  /** What was found. */
  String what();

  /** It is as it must be. */
  record Ok(String what) implements Finding {}

  /**
   * The miner works, but less well than it could, or not for long; or it could not be found out.
   *
   * @param means what follows from it
   * @param next what to do about it
   */
  record Warning(String what, String means, String next) implements Finding {}

  /**
   * The miner does not work, or earns nothing.
   *
   * @param means what follows from it
   * @param next what to do about it
   * @param mayPass whether it may pass by itself, as a network that is away does
   */
  record Failure(String what, String means, String next, boolean mayPass) implements Finding {}

  /** A failure that stays until somebody acts. */
  static Finding lasting(String what, String means, String next) {
    return new Failure(what, means, next, false);
  }

  /** A failure that may be gone at the next look. */
  static Finding passing(String what, String means, String next) {
    return new Failure(what, means, next, true);
  }
}
