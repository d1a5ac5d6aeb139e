package io.gasminer.miner.delivery;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Owns a parcel's bytes on the wire; they are not copied.
 *
 * <p>One-shot, so that the client never sends it again on its own (it would after a 503 with {@code
 * Retry-After: 0}): every attempt has its own signature and its own receipt.
 */
final class OneShotBody extends RequestBody {
  private final byte[] bytes;
  private final String contentType;

  OneShotBody(byte[] bytes, String contentType) {
    this.bytes = bytes;
    this.contentType = contentType;
  }

  @Override
  public @Nullable MediaType contentType() {
    return MediaType.parse(contentType);
  }

  @Override
  public long contentLength() {
    return bytes.length;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sink.write(bytes);
  }
}
