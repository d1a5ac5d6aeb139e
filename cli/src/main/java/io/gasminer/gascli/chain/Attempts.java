package io.gasminer.gascli.chain;

import io.gasminer.bittensor.rpc.Endpoint;
import io.gasminer.bittensor.rpc.NodeEvents;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Owns what became of each endpoint that was tried. Thread-safe. */
final class Attempts implements NodeEvents {
  private final Map<Endpoint, String> problems = new LinkedHashMap<>();
  private final CompletableFuture<Boolean> settled = new CompletableFuture<>();

  /** Waits until one endpoint serves or all have failed; whether one serves. */
  boolean connects(Duration atMost) {
    try {
      return settled.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      return false;
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Each endpoint with its problem; empty where none had one yet. */
  synchronized Optional<String> problems() {
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of(
            problems.entrySet().stream()
                .map(each -> each.getKey().label() + ": " + each.getValue())
                .collect(Collectors.joining("; ")));
  }

  @Override
  public void connected(Endpoint endpoint, int reconnects) {
    settled.complete(true);
  }

  @Override
  public synchronized void unreachable(Endpoint endpoint, String reason) {
    problems.put(endpoint, reason);
  }

  @Override
  public synchronized void lost(Endpoint endpoint, String reason) {
    problems.put(endpoint, reason);
  }

  @Override
  public void reconnecting(Endpoint endpoint, Duration in) {
    settled.complete(false);
  }

  @Override
  public void failover(Endpoint from, Endpoint to) {}

  @Override
  public void returned(Endpoint from, Endpoint to) {}

  @Override
  public void subscriptionRefused(Endpoint endpoint, String method, String reason) {}
}
