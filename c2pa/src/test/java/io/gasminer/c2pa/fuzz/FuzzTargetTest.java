package io.gasminer.c2pa.fuzz;

import io.gasminer.testkit.fuzz.HostileInputContract;

/** Every target of this library. */
class FuzzTargetTest extends HostileInputContract {
  FuzzTargetTest() {
    super(300, 1000);
  }
}
