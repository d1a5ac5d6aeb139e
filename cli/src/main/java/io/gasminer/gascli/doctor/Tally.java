package io.gasminer.gascli.doctor;

/** Owns the sum of a visit. For one thread. */
final class Tally {
  private static final int MAY_PASS = 1;
  private static final int WILL_NOT_PASS = 2;

  private int fine;
  private int warnings;
  private int passing;
  private int lasting;

  Finding count(Finding finding) {
    switch (finding) {
      case Finding.Ok _ -> fine++;
      case Finding.Warning _ -> warnings++;
      case Finding.Failure failure when failure.mayPass() -> passing++;
      case Finding.Failure _ -> lasting++;
    }
    return finding;
  }

  int fine() {
    return fine;
  }

  int warnings() {
    return warnings;
  }

  int failures() {
    return passing + lasting;
  }

  /** Failures that stay until somebody acts. */
  int lasting() {
    return lasting;
  }

  /** 0 without failures, 1 where all of them may pass by themselves, otherwise 2. */
  int exitCode() {
    return lasting > 0 ? WILL_NOT_PASS : passing > 0 ? MAY_PASS : 0;
  }
}
