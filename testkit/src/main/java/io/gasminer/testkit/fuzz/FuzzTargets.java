package io.gasminer.testkit.fuzz;

import java.util.List;
import java.util.ServiceLoader;

/** Owns the targets of one library, whose tests register it as a service. */
public interface FuzzTargets {
  /** All of them. */
  List<FuzzTarget> all();

  /** Those of the library whose tests run. */
  static List<FuzzTarget> found() {
    return ServiceLoader.load(FuzzTargets.class)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no library's targets are registered"))
        .all();
  }
}
