package io.gasminer.miner.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gasminer.miner.events.StepEvents;
import io.gasminer.miner.store.Offers;
import io.gasminer.miner.task.StoreUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InsistenceTest {
  private final List<Duration> waits = new ArrayList<>();
  private int tries;

  private void failingUntil(int success) {
    tries++;
    if (tries < success) {
      throw new StoreUnavailable("could not store", new IOException("disk full"));
    }
  }

  @Test
  void aPaidResultIsHeldUntilTheDatabaseIsBack() {
    new Insistence(waits::add, new StepEvents()).on(Offers.task(), () -> failingUntil(10));
    assertThat(tries).isEqualTo(10);
    assertThat(waits).hasSize(9).startsWith(Duration.ofMillis(500), Duration.ofSeconds(1));
    assertThat(waits.getLast()).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void itEndsWhenTheThreadIsInterrupted() {
    Insistence stopped =
        new Insistence(
            time -> {
              throw new InterruptedException();
            },
            new StepEvents());
    assertThatThrownBy(() -> stopped.on(Offers.task(), () -> failingUntil(1_000)))
        .isInstanceOf(StoreUnavailable.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(tries).isEqualTo(1);
  }
}
