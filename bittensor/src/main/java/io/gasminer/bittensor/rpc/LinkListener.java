package io.gasminer.bittensor.rpc;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Owns the way from frames to whole messages, one message at a time.
 *
 * <p>The next frame is asked for only when the last is dealt with, so that one connection holds at
 * most one message that nobody has judged yet. Never waits.
 */
final class LinkListener implements WebSocket.Listener {
  private static final CompletionStage<?> DONE = CompletableFuture.completedFuture("done");

  private final Conversation conversation;
  private final int largest;
  private final Runnable whenEnded;
  // The handshake is a sign of life.
  private volatile boolean heard = true;
  private StringBuilder message = new StringBuilder();

  LinkListener(Conversation conversation, int largest, Runnable whenEnded) {
    this.conversation = conversation;
    this.largest = largest;
    this.whenEnded = whenEnded;
  }

  @Override
  public void onOpen(WebSocket socket) {
    socket.request(1);
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
    heard = true;
    if (message.length() + part.length() > largest) {
      message = new StringBuilder();
      return drop(socket, "a message is longer than " + largest + " characters");
    }
    if (!last) {
      message.append(part);
    } else {
      Optional<String> violation = conversation.receive(whole(part));
      if (violation.isPresent()) {
        return drop(socket, violation.get());
      }
    }
    socket.request(1);
    return DONE;
  }

  @Override
  public CompletionStage<?> onPong(WebSocket socket, ByteBuffer sent) {
    heard = true;
    socket.request(1);
    return DONE;
  }

  /** Whether the node gave a sign of life since this was asked last. */
  boolean wasHeard() {
    boolean was = heard;
    heard = false;
    return was;
  }

  private CharSequence whole(CharSequence lastPart) {
    if (message.isEmpty()) {
      return lastPart;
    }
    CharSequence whole = message.append(lastPart);
    message = new StringBuilder();
    return whole;
  }

  @Override
  public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
    return drop(socket, "it sent a binary message, which no node does");
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
    String words = reason.isEmpty() ? "" : ", " + Words.clean(reason);
    end("the node closed the connection (" + status + words + ")");
    return DONE;
  }

  @Override
  public void onError(WebSocket socket, Throwable failure) {
    end("the connection broke: " + Words.of(failure));
  }

  private CompletionStage<?> drop(WebSocket socket, String violation) {
    end("the node does not keep to the protocol: " + violation);
    socket.abort();
    return DONE;
  }

  private void end(String reason) {
    if (conversation.end(reason)) {
      whenEnded.run();
    }
  }
}
