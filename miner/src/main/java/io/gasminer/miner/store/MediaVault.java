package io.gasminer.miner.store;

import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.TaskId;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Owns where the bytes are kept between generation and delivery. Thread-safe.
 *
 * <p>Methods throw {@link io.gasminer.miner.task.StoreUnavailable} as the store does.
 */
interface MediaVault {
  /** Stores durably; what was stored before for the task is replaced. */
  void store(TaskId id, Media media);

  Optional<Media> load(TaskId id);

  OptionalLong size(TaskId id);

  void release(TaskId id);
}
