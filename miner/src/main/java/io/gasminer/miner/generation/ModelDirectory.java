package io.gasminer.miner.generation;

import io.gasminer.miner.task.Modality;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** A vendor's own list of models, asked at the start so that an ended model is known early. */
public interface ModelDirectory {
  /**
   * The models that the vendor lists today, each with its shutdown date where one is announced.
   *
   * @return empty when the list could not be had; that is no verdict on any model
   */
  Optional<Map<String, Optional<LocalDate>>> listed(Modality modality, Instant deadline);
}
