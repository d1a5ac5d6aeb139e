package io.gasminer.miner.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.generation.standin.Reply;
import io.gasminer.miner.generation.standin.Workshop;
import io.gasminer.miner.task.JobTicket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every provider of jobs does while it waits for one that is paid for. */
abstract class JobContract extends ProviderContract {
  /** The path under which the job is looked at. */
  protected abstract String jobPath();

  /** The vendor's answer to a look, in this state. */
  protected abstract Reply job(String state);

  /** The state of a job that is under way. */
  protected abstract String running();

  /** Has the vendor say that the job is done, with its media to be had. */
  protected abstract Reply done();

  /** The vendor's answer for a job that is done but has nothing to show. */
  protected abstract Reply doneWithoutMedia();

  /** The vendor's answer for a job that moderation ended. */
  protected abstract Reply moderatedJob();

  protected JobTicket accepted() {
    vendor.on("POST", path(), success());
    SubmitOutcome outcome = provider.submit(request(), workshop.in(PLENTY));
    if (outcome instanceof SubmitOutcome.Accepted(JobTicket ticket)) {
      return ticket;
    }
    throw new AssertionError("expected a job: " + outcome);
  }

  @Test
  void aJobIsTicketedBeforeItIsLookedAt() {
    JobTicket ticket = accepted();
    assertThat(ticket.jobId()).isEqualTo("job-1");
    assertThat(ticket.details()).containsKeys("tier", "poll").doesNotContainValue("");
    assertThat(vendor.asked("GET", "/")).isEmpty();
  }

  @Test
  void theMediaComesUnchangedOnceTheJobIsDone() {
    JobTicket ticket = accepted();
    vendor.on("GET", jobPath(), job(running()), job(running()), done());
    assertThat(provider.await(ticket, workshop.in(PLENTY)))
        .isInstanceOfSatisfying(
            GenerationOutcome.Produced.class,
            produced -> {
              assertThat(produced.media().bytes()).isEqualTo(Workshop.MP4);
              assertThat(produced.media().contentType()).isEqualTo("video/mp4");
              assertThat(produced.media().facts())
                  .containsKeys("model", "provider", "tier", "generation_time");
            });
  }

  @Test
  void anotherLifeFindsTheJobAgainAndBuysNothing() {
    JobTicket ticket = accepted();
    vendor.on("GET", jobPath(), job(running()));
    assertThat(provider.await(ticket, workshop.in(Duration.ofSeconds(40))))
        .isInstanceOf(GenerationOutcome.StillRunning.class);
    vendor.on("GET", jobPath(), done());
    assertThat(provider(vendor.base()).await(ticket, workshop.in(PLENTY)))
        .isInstanceOf(GenerationOutcome.Produced.class);
    assertThat(vendor.asked("POST", path())).hasSize(1);
  }

  @Test
  void aJobThatAnotherMinerBoughtIsFoundByItsIdAlone() {
    vendor.on("GET", jobPath(), done());
    JobTicket ticket =
        new JobTicket(provider.name(), "veo3.1", "job-1", workshop.instant(), Map.of());
    assertThat(provider.await(ticket, workshop.in(PLENTY)))
        .isInstanceOf(GenerationOutcome.Produced.class);
    assertThat(vendor.asked("POST", "/")).isEmpty();
  }

  @Test
  void aLookThatFailsIsNoVerdict() {
    JobTicket ticket = accepted();
    vendor.on(
        "GET",
        jobPath(),
        Reply.json(404, "{}"),
        Reply.json(500, "{}"),
        Reply.json(429, "{}").with("Retry-After", "1"),
        Reply.json(401, "{}"),
        job(running()).announcing(100_000),
        Reply.bytes(200, "text/html", "<html>".getBytes(StandardCharsets.UTF_8)),
        job("A_STATE_OF_TOMORROW"),
        done());
    assertThat(provider.await(ticket, workshop.in(PLENTY)))
        .isInstanceOf(GenerationOutcome.Produced.class);
    assertThat(vendor.asked("POST", path())).hasSize(1);
  }

  @Test
  void timeThatRunsOutIsNoVerdict() {
    JobTicket ticket = accepted();
    vendor.on("GET", jobPath(), job(running()));
    assertThat(provider.await(ticket, workshop.in(Duration.ofMinutes(3))))
        .isInstanceOfSatisfying(
            GenerationOutcome.StillRunning.class,
            running -> assertThat(running.askAgainAfter()).isPositive());
    assertThat(vendor.asked("GET", jobPath())).hasSizeBetween(6, 30);
  }

  @Test
  void aJobThatFailsIsLostWithTheVendorsWords() {
    JobTicket ticket = accepted();
    vendor.on("GET", jobPath(), failed());
    assertThat(provider.await(ticket, workshop.in(PLENTY)))
        .isInstanceOfSatisfying(
            GenerationOutcome.Lost.class,
            lost -> assertThat(lost.reason()).contains("out of paint"));
  }

  /** The vendor's answer for a job that ran out of paint. */
  protected abstract Reply failed();

  @Test
  void aJobThatIsDoneWithoutMediaIsLost() {
    JobTicket ticket = accepted();
    vendor.on("GET", jobPath(), doneWithoutMedia());
    assertThat(provider.await(ticket, workshop.in(PLENTY)))
        .isInstanceOf(GenerationOutcome.Lost.class);
  }

  @Test
  void aJobThatModerationEndsIsModerated() {
    JobTicket ticket = accepted();
    vendor.on("GET", jobPath(), moderatedJob());
    assertThat(provider.await(ticket, workshop.in(PLENTY)))
        .isInstanceOf(GenerationOutcome.Moderated.class);
  }

  @Test
  void anInterruptedWaitEndsWithoutAVerdict() {
    JobTicket ticket = accepted();
    vendor.on("GET", jobPath(), job(running()));
    Thread.currentThread().interrupt();
    assertThat(provider.await(ticket, workshop.in(PLENTY)))
        .isInstanceOf(GenerationOutcome.StillRunning.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
