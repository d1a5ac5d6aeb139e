package io.gasminer.miner.generation;

/**
 * Owns a catalogue row together with what was decided about it.
 *
 * @param standard whether it serves where the operator names no model
 * @param forced whether the operator wants it although it does not sign
 */
public record CatalogRow(ModelCard card, boolean standard, boolean forced) {
  /** Whether its media can be accepted by validators, or the operator insists. */
  public boolean mayServe() {
    return card.signer().isPresent() || forced;
  }
}
