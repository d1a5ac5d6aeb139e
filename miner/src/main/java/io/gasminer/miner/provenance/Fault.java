package io.gasminer.miner.provenance;

/** Whose fault a refusal is. */
public enum Fault {
  BYTES_CHANGED("whoever changed the bytes after they were signed"),
  PROVIDER("the provider, whose signature does not hold"),
  MODEL_CHOICE("the choice of the model"),
  VALIDATORS_LIST("the validators' list, which lacks this signer"),
  CLOCK("a clock: this machine's, or the signer's");

  private final String text;

  Fault(String text) {
    this.text = text;
  }

  /** In words. */
  public String text() {
    return text;
  }
}
