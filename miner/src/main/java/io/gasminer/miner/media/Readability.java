package io.gasminer.miner.media;

import io.gasminer.miner.task.Modality;
import java.util.Optional;

/**
 * Owns the validators' first question to a result: does it open, and does its first frame decode?
 *
 * <p>What this process cannot decode itself (WebP, video codecs other than H.264) is judged by its
 * headers alone: a paid result is not given up because of what is missing here. Time and memory are
 * bounded, whatever size the bytes claim to have.
 */
public final class Readability {
  private static final String FAULT = "Corrupted or unreadable media";

  private Readability() {}

  /** The validator's words where it could not read the media; empty where it can. */
  public static Optional<String> fault(byte[] media, Modality modality) {
    boolean opens = modality == Modality.IMAGE ? ImageFrame.opens(media) : VideoFrame.opens(media);
    return opens ? Optional.empty() : Optional.of(FAULT);
  }
}
