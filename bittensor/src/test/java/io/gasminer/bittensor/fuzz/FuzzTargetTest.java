package io.gasminer.bittensor.fuzz;

import io.gasminer.testkit.fuzz.HostileInputContract;

/** Every target of this library. */
class FuzzTargetTest extends HostileInputContract {
  FuzzTargetTest() {
    super(100, 300);
  }
}
