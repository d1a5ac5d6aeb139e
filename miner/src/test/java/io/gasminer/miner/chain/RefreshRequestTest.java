package io.gasminer.miner.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.epistula.Signer;
import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.miner.SettableClock;
import io.gasminer.miner.events.ChainEvents;
import io.gasminer.miner.task.Pause;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshRequestTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_795_425_661);
  private static final Duration SHORT = Duration.ofMillis(5);

  private final SettableClock clock = new SettableClock(NOW);

  @TempDir private Path folder;

  @Test
  void theRunningMinerReadsTheMetagraphAndSaysWhatCameOfIt() throws Exception {
    assertAnswered(new Refresh.Done(77, 256, 9));
  }

  @Test
  void aMinerThatCannotReadItSaysWhyAndWhatIsInForce() throws Exception {
    assertAnswered(new Refresh.Kept("the node \"says\" nothing", 7, Duration.ofMinutes(3)));
  }

  private void assertAnswered(Refresh refresh) throws Exception {
    try (RefreshDesk _ = desk(refresh)) {
      assertThat(request(InstantSource.system(), wait -> Pause.real().forAbout(SHORT)).send("a"))
          .isEqualTo(new RefreshRequest.Outcome.Answered(refresh));
    }
  }

  @Test
  void withoutAMinerTheRequestIsWithdrawn() throws Exception {
    assertThat(request(clock, clock::advance).send("a"))
        .isEqualTo(new RefreshRequest.Outcome.NobodyThere());
    assertThat(Files.exists(folder.resolve("refresh.request"))).isFalse();
    assertThat(new RefreshRequest(folder.resolve("none"), clock, clock::advance).send("a"))
        .isEqualTo(new RefreshRequest.Outcome.NobodyThere());
    assertThat(Files.exists(folder.resolve("none"))).isFalse();
  }

  @Test
  void anAnswerToAnotherRequestIsNone() throws Exception {
    new RefreshMailbox(folder).answer("b", new Refresh.Done(1, 1, 1));
    assertThat(
            request(
                    clock,
                    wait -> {
                      new RefreshMailbox(folder).take();
                      clock.advance(wait);
                    })
                .send("a"))
        .isEqualTo(new RefreshRequest.Outcome.NoAnswer());
  }

  private RefreshRequest request(InstantSource time, ThrowingPause pause) {
    return new RefreshRequest(
        folder,
        time,
        wait -> {
          try {
            pause.forAbout(wait);
          } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
          }
        });
  }

  private interface ThrowingPause {
    void forAbout(Duration time) throws InterruptedException, java.io.IOException;
  }

  private RefreshDesk desk(Refresh refresh) {
    return RefreshDesk.open(
        folder,
        new Answering(refresh),
        wait -> Pause.real().forAbout(SHORT),
        new ChainEvents(clock));
  }

  /** A registry of nobody. */
  private record Answering(Refresh refresh) implements ValidatorRegistry {
    @Override
    public MetagraphSnapshot snapshot() {
      return new MetagraphSnapshot(34, 1, Map.of(), NOW);
    }

    @Override
    public Optional<Signer> find(Ss58Address hotkey) {
      return Optional.empty();
    }

    @Override
    public void close() {
      // Nothing runs.
    }
  }
}
