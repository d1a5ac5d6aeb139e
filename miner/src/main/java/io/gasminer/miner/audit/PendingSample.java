package io.gasminer.miner.audit;

import io.gasminer.miner.task.JobTicket;
import io.gasminer.miner.task.TaskId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * Owns a sample that was asked for and is not there yet.
 *
 * @param task the name under which the service is asked, the same however often
 * @param asked when the request left
 * @param ticket the job; empty when nobody knows what became of the request
 */
public record PendingSample(
    AuditedModel model,
    TaskId task,
    Instant asked,
    String tier,
    Optional<BigDecimal> price,
    Optional<JobTicket> ticket) {
  PendingSample with(JobTicket job) {
    return new PendingSample(model, task, asked, tier, price, Optional.of(job));
  }
}
