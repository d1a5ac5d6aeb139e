package io.gasminer.miner;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.gasminer.miner.events.TrustEvents;
import io.gasminer.miner.generation.sandbox.SandboxAuthority;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

class TrustTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger("io.gasminer.miner.trust");
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();

  @BeforeEach
  void listen() {
    said.start();
    logger.addAppender(said);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(said);
  }

  @Test
  void anAnchorNearItsEndIsToldToWhoUsesItsModels() {
    warn("2026-11-25T00:00:00Z", "OpenAI", "Google LLC");
    assertThat(said.list).hasSize(1);
    ILoggingEvent event = said.list.getFirst();
    assertThat(event.getLevel()).isEqualTo(Level.WARN);
    assertThat(event.getFormattedMessage())
        .contains("WebClaimSigningCA", "ends on 2026-12-08", "Next step");
    assertThat(event.getKeyValuePairs())
        .extracting(KeyValuePair::toString)
        .contains("event=\"anchor-ends\"", "days_left=\"13\"");
  }

  @Test
  void itGoesOnBeingToldAfterTheEnd() {
    warn("2027-01-01T00:00:00Z", "OpenAI");
    assertThat(said.list)
        .singleElement()
        .extracting(ILoggingEvent::getFormattedMessage)
        .asString()
        .contains("ended on 2026-12-08");
  }

  @Test
  void nothingIsToldOfAnchorsThatLastOrOfTheSandbox() {
    warn("2026-11-25T00:00:00Z", "Google LLC", SandboxAuthority.ORGANISATION);
    warn("2026-10-08T00:00:00Z", "OpenAI");
    assertThat(said.list).isEmpty();
  }

  private static void warn(String now, String... signers) {
    Trust.warn(List.of(signers), () -> Instant.parse(now), new TrustEvents());
  }
}
