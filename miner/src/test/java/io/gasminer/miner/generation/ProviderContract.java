package io.gasminer.miner.generation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.gasminer.miner.generation.standin.Reply;
import io.gasminer.miner.generation.standin.StandIn;
import io.gasminer.miner.generation.standin.Workshop;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What every provider does with a vendor's refusals and a network's faults when it submits. */
abstract class ProviderContract {
  protected static final Duration PLENTY = Duration.ofMinutes(5);

  protected final StandIn vendor = new StandIn();
  protected final Workshop workshop = new Workshop();
  protected final GenerationProvider provider = provider(vendor.base());

  /** The provider under test, at this base. */
  protected abstract GenerationProvider provider(URI base);

  /** A request that it can serve. */
  protected abstract GenerationRequest request();

  /** The path that a submission goes to. */
  protected abstract String path();

  /** The vendor's answer of success to a submission. */
  protected abstract Reply success();

  /** The vendor's way to say that moderation refused. */
  protected abstract Reply moderation();

  private final Logger logger = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();

  @BeforeEach
  void listen() {
    said.start();
    logger.addAppender(said);
  }

  @AfterEach
  void closeAndFindNoKeyInTheLog() {
    vendor.close();
    logger.detachAppender(said);
    assertThat(said.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(line -> line.contains(Workshop.KEY.reveal()));
  }

  protected GenerationOutcome answered(Reply... replies) {
    return answered(PLENTY, replies);
  }

  private GenerationOutcome answered(Duration time, Reply... replies) {
    vendor.on("POST", path(), replies);
    SubmitOutcome outcome = provider.submit(request(), workshop.in(time));
    assertThat(outcome.toString()).doesNotContain(Workshop.KEY.reveal());
    if (outcome instanceof SubmitOutcome.Answered(GenerationOutcome answer)) {
      return answer;
    }
    throw new AssertionError("expected an answer: " + outcome);
  }

  @Test
  void theKeyTravelsAsABearerToken() {
    vendor.on("POST", path(), success());
    provider.submit(request(), workshop.in(PLENTY));
    assertThat(vendor.asked().getFirst().headers())
        .containsEntry("authorization", "Bearer " + Workshop.KEY.reveal());
  }

  @Test
  void aWrongKeyMissingCreditsAndAForbiddenAccountAreTheOperators() {
    for (int status : new int[] {401, 402, 403}) {
      assertThat(answered(Reply.json(status, "{\"error\":{\"message\":\"no " + status + "\"}}")))
          .isInstanceOfSatisfying(
              GenerationOutcome.OperatorProblem.class,
              problem -> assertThat(problem.reason()).contains("no " + status));
    }
  }

  @Test
  void aBusyVendorsWishIsHonoured() {
    assertThat(answered(Reply.json(429, "{}").with("Retry-After", "17")))
        .isInstanceOfSatisfying(
            GenerationOutcome.Unavailable.class,
            busy -> assertThat(busy.retryAfter()).hasSeconds(17));
    assertThat(answered(Reply.json(429, "{}").with("Retry-After", "Tue, 24 Nov 2026 12:01:00 GMT")))
        .isInstanceOfSatisfying(
            GenerationOutcome.Unavailable.class,
            busy -> assertThat(busy.retryAfter()).hasSeconds(60));
  }

  @Test
  void anEmptyAccountThatIsCalledBusyIsStillTheOperators() {
    assertThat(answered(Reply.json(429, "{\"error\":{\"code\":\"insufficient_quota\"}}")))
        .isInstanceOf(GenerationOutcome.OperatorProblem.class);
  }

  @Test
  void aBrokenVendorMayWorkLater() {
    for (int status : new int[] {500, 502, 503}) {
      assertThat(
              answered(Reply.bytes(status, "text/html", "<html>".getBytes(StandardCharsets.UTF_8))))
          .isInstanceOf(GenerationOutcome.Unavailable.class);
    }
  }

  @Test
  void aRequestThatIsRefusedIsNotRepeated() {
    for (int status : new int[] {400, 404, 422}) {
      assertThat(answered(Reply.json(status, "{\"error\":\"unknown size\"}")))
          .isInstanceOfSatisfying(
              GenerationOutcome.Rejected.class,
              rejected -> assertThat(rejected.reason()).contains("unknown size"));
    }
  }

  @Test
  void moderationIsRecognised() {
    assertThat(answered(moderation())).isInstanceOf(GenerationOutcome.Moderated.class);
  }

  @Test
  void aConnectionThatIsCutMayHaveBeenChargedAndIsTriedOnceMore() {
    vendor.on("POST", path(), success().announcing(1_000_000));
    GenerationRequest request = request();
    assertThat(provider.submit(request, workshop.in(PLENTY)))
        .isInstanceOfSatisfying(
            SubmitOutcome.Answered.class,
            first ->
                assertThat(first.outcome())
                    .isInstanceOfSatisfying(
                        GenerationOutcome.Unavailable.class,
                        cut -> assertThat(cut.reason()).contains("may have been charged")));
    assertThat(provider.submit(request, workshop.in(PLENTY)))
        .isInstanceOfSatisfying(
            SubmitOutcome.Answered.class,
            second -> assertThat(second.outcome()).isInstanceOf(GenerationOutcome.Lost.class));
  }

  @Test
  void aSlowVendorIsBoundedByTheDeadline() {
    assertThat(answered(Duration.ofMillis(300), Reply.silence()))
        .isInstanceOfSatisfying(
            GenerationOutcome.Unavailable.class,
            slow -> assertThat(slow.reason()).contains("no whole answer"));
  }

  @Test
  void nothingIsAskedWhenTheTimeIsOver() {
    assertThat(answered(Duration.ZERO, success()))
        .isInstanceOf(GenerationOutcome.Unavailable.class);
    assertThat(vendor.asked()).isEmpty();
  }

  @Test
  void aVendorThatIsNotThereIsUnavailable() {
    URI nobody = vendor.base();
    vendor.close();
    assertThat(provider(nobody).submit(request(), workshop.in(PLENTY)))
        .isInstanceOfSatisfying(
            SubmitOutcome.Answered.class,
            answer ->
                assertThat(answer.outcome())
                    .isInstanceOfSatisfying(
                        GenerationOutcome.Unavailable.class,
                        gone -> assertThat(gone.reason()).contains("not reached")));
  }

  @Test
  void aKeyThatTheVendorRepeatsIsNotShown() {
    for (int status : new int[] {400, 401, 500}) {
      assertThat(
              answered(
                      Reply.json(
                          status,
                          "{\"error\":{\"message\":\"bad key " + Workshop.KEY.reveal() + "\"}}"))
                  .toString())
          .contains("bad key •••");
    }
  }

  @Test
  void anAnswerThatIsTooLargeIsNotRead() {
    assertThat(answered(success().announcing(1L << 40)))
        .isInstanceOfSatisfying(
            GenerationOutcome.Lost.class,
            lost -> assertThat(lost.reason()).contains("larger than"));
  }

  @Test
  void rubbishIsNoMediaAndNoJob() {
    for (String body : new String[] {"", "[]", "null", "{", "{\"data\":5}", "{\"id\":7}"}) {
      vendor.on(
          "POST",
          path(),
          Reply.bytes(200, "application/json", body.getBytes(StandardCharsets.UTF_8)));
      assertThat(provider.submit(request(), workshop.in(PLENTY)))
          .as(body)
          .isInstanceOfSatisfying(
              SubmitOutcome.Answered.class,
              answer ->
                  assertThat(answer.outcome()).isNotInstanceOf(GenerationOutcome.Produced.class));
    }
  }

  protected static Map<String, Object> tier(String label) {
    return Map.of("resolution", label);
  }
}
