package io.gasminer.gascli.trust;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * Owns a body that is counted while it comes: empty as soon as it is larger than it may be, and
 * then no more of it is read. For one response; the client calls it from one thread at a time.
 */
public final class CappedBody implements BodySubscriber<Optional<byte[]>> {
  private final int largest;
  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private final CompletableFuture<Optional<byte[]>> body = new CompletableFuture<>();
  private Optional<Subscription> subscription = Optional.empty();

  private CappedBody(int largest) {
    this.largest = largest;
  }

  /** A handler whose body is empty where it is larger than so many bytes. */
  public static BodyHandler<Optional<byte[]>> ofAtMost(int bytes) {
    return response -> new CappedBody(bytes);
  }

  @Override
  public CompletionStage<Optional<byte[]>> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = Optional.of(given);
    given.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (taken.size() + buffer.remaining() > largest) {
        subscription.ifPresent(Subscription::cancel);
        body.complete(Optional.empty());
        return;
      }
      byte[] piece = new byte[buffer.remaining()];
      buffer.get(piece);
      taken.writeBytes(piece);
    }
    subscription.ifPresent(open -> open.request(1));
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    body.complete(Optional.of(taken.toByteArray()));
  }
}
