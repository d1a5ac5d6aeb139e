package io.gasminer.miner.generation.http;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Owns the reading of an answer's body up to a cap, counted while it arrives. */
final class CappedBody implements HttpResponse.BodySubscriber<byte[]> {
  private final long cap;
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  // The parts are kept as they come and joined once, so that a large video is held twice at most.
  private final List<ByteBuffer> read = new ArrayList<>();
  private long size;
  private Flow.@org.jspecify.annotations.Nullable Subscription subscription;

  private CappedBody(long cap) {
    this.cap = cap;
  }

  /** The body was larger than its cap. */
  static final class LargerThanCap extends IOException {
    private static final long serialVersionUID = 1L;
  }

  static HttpResponse.BodyHandler<byte[]> upTo(long cap) {
    // A length that is announced needs no reading to be refused.
    return head ->
        new CappedBody(
            head.headers()
                    .firstValue("content-length")
                    .filter(length -> length.matches("\\d{1,18}"))
                    .filter(length -> Long.parseLong(length) > cap)
                    .isPresent()
                ? -1
                : cap);
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    if (cap < 0) {
      given.cancel();
      whole.completeExceptionally(new LargerThanCap());
    } else {
      given.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    Flow.Subscription source = subscription;
    if (source == null || whole.isDone()) {
      return;
    }
    for (ByteBuffer part : parts) {
      size += part.remaining();
      if (size > cap) {
        source.cancel();
        read.clear();
        whole.completeExceptionally(new LargerThanCap());
        return;
      }
      read.add(part);
    }
    source.request(1);
  }

  @Override
  public void onError(Throwable failure) {
    whole.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    ByteBuffer joined = ByteBuffer.allocate((int) size);
    read.forEach(joined::put);
    read.clear();
    whole.complete(joined.array());
  }
}
