package io.gasminer.miner.generation.http;

/** What became of a download. */
public sealed interface Fetched {
  /** The bytes, unchanged. */
  record Bytes(byte[] bytes) implements Fetched {
    @Override
    public String toString() {
      return "Bytes[" + bytes.length + "]";
    }
  }

  /** Nothing came; trying again may help. */
  record NotNow(String reason) implements Fetched {}

  /** The address may not be called, or what lies there may not be taken: final. */
  record Refused(String reason) implements Fetched {}
}
