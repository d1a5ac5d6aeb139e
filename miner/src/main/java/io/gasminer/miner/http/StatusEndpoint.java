package io.gasminer.miner.http;

import io.gasminer.miner.task.Attempt;
import io.gasminer.miner.task.JobTicket;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskId;
import io.gasminer.miner.task.TaskState;
import io.gasminer.miner.task.TaskStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** {@code GET /status/{task_id}}: one task, and how its deliveries fared. */
final class StatusEndpoint implements Endpoint {
  private final TaskStore store;
  private final InstantSource clock;

  StatusEndpoint(TaskStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Answer answer(SignedRequest request) {
    return TaskId.parse(request.pathRest())
        .flatMap(store::find)
        .map(task -> Answer.of(200, shown(task)))
        .orElseGet(() -> Answer.error(404, "Task not found", clock.instant()));
  }

  private Json shown(Task task) {
    Json json =
        new Json()
            .add("task_id", task.id().toString())
            .add("modality", task.modality().wireName())
            .add("status", task.state().wireName())
            .add("prompt", task.prompt())
            .add("parameters", task.parameters())
            .add("webhook_url", task.webhookUrl())
            .add("signed_by", task.signedBy())
            .add("created_at", task.createdAt())
            .add("checkpoint", task.ticket().map(StatusEndpoint::checkpoint))
            .addNull("input_data")
            .addNull("result_data")
            .addNull("result_url");
    addTimes(json, task.state());
    return json.add(
        "deliveries", store.attempts(task.id()).stream().map(StatusEndpoint::delivery).toList());
  }

  private static void addTimes(Json json, TaskState state) {
    Times times =
        switch (state) {
          case TaskState.Pending() ->
              new Times(Optional.empty(), Optional.empty(), Optional.empty());
          case TaskState.Processing(Instant started) ->
              new Times(Optional.empty(), Optional.of(started), Optional.empty());
          case TaskState.Completed done ->
              new Times(
                  Optional.empty(), Optional.of(done.startedAt()), Optional.of(done.completedAt()));
          case TaskState.Failed(Instant started, Instant ended, String reason) ->
              new Times(Optional.of(reason), Optional.of(started), Optional.of(ended));
        };
    json.add("error_message", times.error())
        .add("started_at", times.started())
        .add("completed_at", times.ended());
    if (times.started().isPresent() && times.ended().isPresent()) {
      json.add("processing_time", Duration.between(times.started().get(), times.ended().get()));
    }
  }

  private record Times(
      Optional<String> error, Optional<Instant> started, Optional<Instant> ended) {}

  private static Json checkpoint(JobTicket job) {
    return new Json().add("kind", job.provider()).add("job_id", job.jobId());
  }

  private static Json delivery(Attempt attempt) {
    return new Json()
        .add("at", attempt.at())
        .add("status", attempt.status())
        .add("answer", attempt.answer())
        .add("outcome", attempt.outcome());
  }
}
