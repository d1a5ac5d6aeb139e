package io.gasminer.bittensor.metadata;

/** Owns one error of a pallet: its name, and what the runtime's authors say it means. */
public record ModuleError(String pallet, String name, String docs) {
  @Override
  public String toString() {
    return pallet + "." + name + (docs.isEmpty() ? "" : ": " + docs);
  }
}
