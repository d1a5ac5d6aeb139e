package io.gasminer.miner.provenance;

import io.gasminer.miner.media.PixelSize;
import io.gasminer.miner.media.Tier;
import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.Task;
import java.util.Optional;

/**
 * Owns the tier that a result will be paid as, beside the one that was asked for.
 *
 * @param requested empty when the challenge named none that is known
 * @param delivered empty when the media's size is unknown; then the baseline is paid
 */
record DeliveredTier(Optional<Tier> requested, Optional<Tier> delivered) {
  static DeliveredTier of(Task task, Media media) {
    return new DeliveredTier(
        task.requestedTier().flatMap(label -> Tier.named(label, task.modality())),
        PixelSize.of(media.bytes()).map(size -> Tier.delivered(size, task.modality())));
  }

  /** What the operator loses, where less was delivered than asked for. */
  Optional<String> shortfall() {
    return requested.flatMap(
        asked ->
            delivered
                .filter(got -> got.compareTo(asked) < 0)
                .map(
                    got ->
                        "asked for "
                            + asked.label()
                            + " and got "
                            + got.label()
                            + ", which is what will be paid"));
  }
}
