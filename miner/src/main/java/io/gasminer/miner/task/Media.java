package io.gasminer.miner.task;

import java.util.Map;

/**
 * Owns a provider's bytes, unchanged, with what is known of them.
 *
 * @param bytes the media exactly as the provider sent it; callers do not write to the array
 * @param contentType the MIME type found from the magic bytes
 * @param facts scalar facts for the {@code x-meta-…} headers (model, provider, generation_time, …)
 */
public record Media(byte[] bytes, String contentType, Map<String, String> facts) {
  @Override
  public String toString() {
    return "Media[" + contentType + ", " + bytes.length + " bytes, " + facts + "]";
  }
}
