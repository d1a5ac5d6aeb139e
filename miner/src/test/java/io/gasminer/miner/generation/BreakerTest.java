package io.gasminer.miner.generation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.gasminer.miner.events.ProviderEvents;
import io.gasminer.miner.generation.runway.RunwayProvider;
import io.gasminer.miner.generation.standin.Reply;
import io.gasminer.miner.generation.standin.StandIn;
import io.gasminer.miner.generation.standin.Workshop;
import io.gasminer.miner.task.Modality;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class BreakerTest {
  private static final String PATH = "/v1/text_to_video";
  private static final Reply OK = Reply.json(200, "{\"id\":\"j\"}");

  private final StandIn vendor = new StandIn();
  private final Workshop workshop = new Workshop();
  private final RunwayProvider runway =
      new RunwayProvider(vendor.base(), Workshop.KEY, workshop.around());
  private final Breaker breaker =
      new Breaker(runway, "RUNWAYML_API_KEY", workshop, new ProviderEvents());
  private final Logger logger = (Logger) LoggerFactory.getLogger("io.gasminer.miner.generation");
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();

  @BeforeEach
  void listen() {
    logger.setLevel(Level.INFO);
    said.start();
    logger.addAppender(said);
  }

  @AfterEach
  void close() {
    logger.detachAppender(said);
    logger.setLevel(null);
    vendor.close();
  }

  @Test
  void aRefusedKeyIsSaidOnceAndThePausesGrow() {
    vendor.on("POST", PATH, Reply.json(401, "{\"error\":\"wrong " + key() + "\"}"));
    for (long seconds : new long[] {60, 120, 240, 480, 960, 1920, 3600, 3600}) {
      submit();
      assertThat(breaker.closedFor()).hasSeconds(seconds);
      workshop.forward(breaker.closedFor());
    }
    assertThat(messages())
        .singleElement()
        .asString()
        .contains("RUNWAYML_API_KEY")
        .contains("401")
        .doesNotContain(key());
  }

  @Test
  void whatIsClosedAsksNobody() {
    vendor.on("POST", PATH, Reply.json(402, "{}"));
    submit();
    assertThat(submit().toString()).contains("left alone");
    assertThat(vendor.asked()).hasSize(1);
  }

  @Test
  void whyItWasClosedIsKnownUntilItWorksAgain() {
    vendor.on("POST", PATH, Reply.json(402, "{}"), OK);
    assertThat(breaker.closedBecause()).isEmpty();
    submit();
    assertThat(breaker.closedBecause()).hasValueSatisfying(why -> assertThat(why).contains("402"));
    workshop.forward(breaker.closedFor());
    assertThat(breaker.closedBecause()).as("nobody has tried it since").isPresent();
    submit();
    assertThat(breaker.closedBecause()).isEmpty();
  }

  @Test
  void theVendorsWishIsTheLengthOfThePause() {
    vendor.on("POST", PATH, Reply.json(429, "{}").with("Retry-After", "42"), OK);
    submit();
    assertThat(breaker.closedFor()).hasSeconds(42);
    workshop.forward(Duration.ofSeconds(42));
    assertThat(submit()).isInstanceOf(SubmitOutcome.Accepted.class);
    assertThat(breaker.closedFor()).isZero();
    assertThat(messages()).last().asString().contains("works again");
  }

  @Test
  void threeFailuresInARowCloseItForAWhile() {
    vendor.on("POST", PATH, Reply.json(500, "{}"));
    submit();
    submit();
    assertThat(breaker.closedFor()).isZero();
    submit();
    for (long seconds : new long[] {10, 20, 40, 80, 160, 300, 300}) {
      assertThat(breaker.closedFor()).hasSeconds(seconds);
      workshop.forward(breaker.closedFor());
      submit();
    }
  }

  @Test
  void aSuccessBetweenFailuresForgetsThem() {
    Reply broken = Reply.json(500, "{}");
    vendor.on("POST", PATH, broken, broken, OK, broken, broken, Reply.json(400, "{}"), broken);
    for (int i = 0; i < 7; i++) {
      submit();
    }
    assertThat(breaker.closedFor()).isZero();
  }

  @Test
  void afterAPauseOneRequestTriesAndTheOthersWait() throws InterruptedException {
    AtomicInteger asked = new AtomicInteger();
    CountDownLatch probing = new CountDownLatch(1);
    CountDownLatch proceed = new CountDownLatch(1);
    GenerationProvider slow =
        new SubmitOnly(
            () -> {
              if (asked.incrementAndGet() == 1) {
                return new GenerationOutcome.OperatorProblem("no credits");
              }
              probing.countDown();
              await(proceed);
              return new GenerationOutcome.Moderated("alive");
            });
    Breaker guarded = new Breaker(slow, "KEY", workshop, new ProviderEvents());
    guarded.submit(request(), workshop.in(Duration.ofMinutes(9)));
    workshop.forward(Duration.ofMinutes(1));
    Thread probe =
        Thread.ofVirtual()
            .start(() -> guarded.submit(request(), workshop.in(Duration.ofMinutes(9))));
    probing.await();
    assertThat(guarded.closedFor()).isPositive();
    assertThat(guarded.submit(request(), workshop.in(Duration.ofMinutes(9))).toString())
        .contains("left alone");
    proceed.countDown();
    probe.join();
    assertThat(guarded.closedFor()).isZero();
    assertThat(asked).hasValue(2);
  }

  @Test
  void requestsThatFailTogetherCountOnce() throws InterruptedException {
    CountDownLatch together = new CountDownLatch(1);
    CountDownLatch waiting = new CountDownLatch(8);
    GenerationProvider refusing =
        new SubmitOnly(
            () -> {
              waiting.countDown();
              await(together);
              return new GenerationOutcome.OperatorProblem("wrong key");
            });
    Breaker guarded = new Breaker(refusing, "KEY", workshop, new ProviderEvents());
    List<Thread> threads =
        java.util.stream.IntStream.range(0, 8)
            .mapToObj(
                i ->
                    Thread.ofVirtual()
                        .start(() -> guarded.submit(request(), workshop.in(Duration.ofHours(1)))))
            .toList();
    waiting.await();
    together.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(guarded.closedFor()).hasSeconds(60);
    assertThat(messages()).hasSize(1);
  }

  @Test
  void aPaidJobIsAwaitedWhateverTheState() {
    vendor.on("POST", PATH, OK, Reply.json(401, "{}"));
    vendor.on(
        "GET",
        "/v1/tasks/j",
        Reply.json(200, "{\"status\":\"SUCCEEDED\",\"output\":[\"" + vendor.base() + "/v\"]}"));
    vendor.on("GET", "/v", Reply.bytes(200, "video/mp4", Workshop.MP4));
    if (submit() instanceof SubmitOutcome.Accepted accepted) {
      submit();
      assertThat(breaker.closedFor()).isPositive();
      assertThat(breaker.await(accepted.ticket(), workshop.in(Duration.ofMinutes(1))))
          .isInstanceOf(GenerationOutcome.Produced.class);
    }
    assertThat(vendor.asked("GET", "/v")).isNotEmpty();
  }

  private SubmitOutcome submit() {
    return breaker.submit(request(), workshop.in(Duration.ofMinutes(5)));
  }

  private GenerationRequest request() {
    return workshop.request(runway, Modality.VIDEO, "veo3.1", Map.of());
  }

  private List<String> messages() {
    return said.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private static String key() {
    return Workshop.KEY.reveal();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
