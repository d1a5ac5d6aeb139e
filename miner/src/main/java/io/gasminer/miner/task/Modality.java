package io.gasminer.miner.task;

import java.util.Locale;

/** The kind of media that a challenge asks for. */
public enum Modality {
  IMAGE,
  VIDEO;

  /** The name on the wire: {@code image} or {@code video}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
