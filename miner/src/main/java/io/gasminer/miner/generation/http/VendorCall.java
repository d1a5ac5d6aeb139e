package io.gasminer.miner.generation.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Owns one call to be made.
 *
 * @param path what follows the configured base, with a leading slash
 * @param content what is sent; empty for a GET
 * @param accept the media types that are welcome
 * @param cap the most bytes that the answer may have
 * @param atMost how long it may take, when the deadline is further away
 */
public record VendorCall(
    String path,
    Optional<Content> content,
    String accept,
    long cap,
    Duration atMost,
    Instant deadline) {
  /** What an answer in JSON may have where it holds no media. */
  public static final long SMALL = 4L * 1024 * 1024;

  /** The largest image that is taken. */
  public static final long LARGEST_IMAGE = 64L * 1024 * 1024;

  /** The largest video that is taken. */
  public static final long LARGEST_VIDEO = 512L * 1024 * 1024;

  /** An answer in JSON that holds an image in base64. */
  public static final long IMAGE_IN_JSON = LARGEST_IMAGE / 3 * 4 + SMALL;

  private static final Duration SHORT = Duration.ofSeconds(30);

  /** A body and its type. */
  public record Content(String type, byte[] bytes) {
    @Override
    public String toString() {
      return "Content[" + type + ", " + bytes.length + " bytes]";
    }
  }

  /** A question whose answer is small. */
  public static VendorCall get(String path, Instant deadline) {
    return new VendorCall(path, Optional.empty(), "application/json", SMALL, SHORT, deadline);
  }

  /** A download with the key. */
  public static VendorCall download(String path, long cap, Instant deadline) {
    return new VendorCall(path, Optional.empty(), "*/*", cap, Duration.ofMinutes(10), deadline);
  }

  /** A request in JSON. */
  public static VendorCall post(
      String path, byte[] json, long cap, Duration atMost, Instant deadline) {
    return new VendorCall(
        path,
        Optional.of(new Content("application/json", json)),
        "application/json",
        cap,
        atMost,
        deadline);
  }
}
