package io.gasminer.gascli.models;

import io.gasminer.miner.audit.AuditOutcome;
import java.util.Collection;

/** Owns how an audit went as a whole. */
record AuditTally(int passed, int failed, int unknown, int leftOut) {
  static AuditTally of(Collection<AuditOutcome> outcomes, int leftOut) {
    int passed = 0;
    int failed = 0;
    int unknown = 0;
    for (AuditOutcome outcome : outcomes) {
      switch (outcome) {
        case AuditOutcome.Judged(var evidence) -> {
          passed += evidence.wouldBePaid() ? 1 : 0;
          failed += evidence.wouldBePaid() ? 0 : 1;
        }
        case AuditOutcome.NotMade missing -> unknown++;
        case AuditOutcome.Running running -> unknown++;
      }
    }
    return new AuditTally(passed, failed, unknown, leftOut);
  }

  /** Whether every model that was meant passed. */
  boolean clean() {
    return failed == 0 && unknown == 0 && leftOut == 0;
  }

  String text() {
    return "%d passed, %d would not be paid, %d without a sample, %d left out."
            .formatted(passed, failed, unknown, leftOut)
        + " 'gascli models' shows it; 'gascli models show MODEL' tells all of it.";
  }
}
