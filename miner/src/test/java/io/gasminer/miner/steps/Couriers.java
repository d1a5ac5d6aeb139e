package io.gasminer.miner.steps;

import io.gasminer.bittensor.epistula.EpistulaSigner;
import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.miner.delivery.Backoff;
import io.gasminer.miner.delivery.Courier;
import io.gasminer.miner.delivery.EgressGuard;
import io.gasminer.miner.delivery.Resolver;
import io.gasminer.miner.delivery.WebhookStats;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Makes real couriers that may call this machine. */
final class Couriers {
  private Couriers() {}

  static Courier toThisMachine(InstantSource clock) {
    return new Courier(
        EgressGuard.allowing(Resolver.system(), List.of("127.0.0.0/8")),
        new EpistulaSigner(Hotkey.fromUri("//Miner"), clock, () -> UUID.randomUUID().toString()),
        new WebhookStats(),
        new Backoff(Duration.ofMillis(100), Duration.ofSeconds(30)),
        Duration.ofSeconds(10),
        clock,
        new Random(7));
  }
}
