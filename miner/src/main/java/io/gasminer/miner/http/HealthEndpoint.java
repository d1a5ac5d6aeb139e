package io.gasminer.miner.http;

import io.gasminer.miner.admission.ServiceBoard;
import java.time.InstantSource;

/** {@code GET /health}: whether any service can be used. */
final class HealthEndpoint implements Endpoint {
  private final MinerIdentity identity;
  private final ServiceBoard services;
  private final InstantSource clock;

  HealthEndpoint(MinerIdentity identity, ServiceBoard services, InstantSource clock) {
    this.identity = identity;
    this.services = services;
    this.clock = clock;
  }

  @Override
  public Answer answer(SignedRequest request) {
    if (services.available() == 0) {
      return Answer.error(503, "No services available", clock.instant());
    }
    return Answer.of(
        200,
        new Json()
            .add("status", "healthy")
            .add("services_available", services.available())
            .add("services_total", services.services().size())
            .add("timestamp", clock.instant())
            .add("metagraph", identity.metagraph(clock.instant())));
  }
}
