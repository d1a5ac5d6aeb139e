package io.gasminer.bittensor.rpc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Owns what was asked over one connection and what came back, without the connection.
 *
 * <p>Every message is judged: what answers no call of ours is a strike, and the sixteenth ends the
 * conversation, as the first unreadable message does. Answers to calls that were given up, and
 * items of subscriptions that were, are expected and no strike. Thread-safe, but {@link #receive}
 * is for one thread at a time; the lock is held for memory only.
 */
final class Conversation {
  private static final int MOST_STRIKES = 16;
  private static final int LARGEST_NOTICE = 1 << 20;
  private static final int REMEMBERED = 4_096;

  private final FrameReader reader;
  private final LinkLimits limits;
  private final Routes routes = new Routes();
  private final Map<Long, PendingCall> pending = new HashMap<>();
  private final Recent<Long> givenUp = new Recent<>(REMEMBERED);
  private final Map<Long, Integer> unread = new HashMap<>();

  private long lastId;
  private long unreadCharacters;
  private int strikes;
  private Optional<String> ended = Optional.empty();

  Conversation(LinkLimits limits) {
    this.limits = limits;
    this.reader = new FrameReader(limits.largestMessage());
  }

  /** Enters a call; it ends at once when the conversation has, or too many are under way. */
  synchronized PendingCall begin(RpcCall call, Optional<Route> route) {
    PendingCall begun = new PendingCall(++lastId, call, route);
    if (ended.isPresent()) {
      begun.end(ended.get());
    } else if (pending.size() >= limits.mostInFlight()) {
      begun.end(pending.size() + " calls are under way already, which is the limit");
    } else {
      pending.put(begun.id(), begun);
    }
    return begun;
  }

  /** Waits for the answer; when that time is over the call is given up. */
  RpcAnswer await(PendingCall call, Duration timeout) {
    RpcAnswer answer = call.await(timeout);
    synchronized (this) {
      if (pending.remove(call.id()) != null) {
        givenUp.add(call.id());
      }
      Integer size = unread.remove(call.id());
      unreadCharacters -= size == null ? 0 : size;
    }
    return answer;
  }

  /** Takes a whole message; the answer is why the connection has to end, if it has to. */
  Optional<String> receive(CharSequence text) {
    return switch (reader.read(text)) {
      case Frame.Answer(long id, RpcAnswer answer) -> answered(id, answer, text.length());
      case Frame.Notice notice -> noticed(notice, text.length());
      case Frame.Unaddressed(String why) -> strike(why);
      case Frame.Unreadable(String why) -> Optional.of(why);
    };
  }

  private Optional<String> answered(long id, RpcAnswer answer, int size) {
    PendingCall call;
    boolean tooMuch;
    synchronized (this) {
      call = pending.remove(id);
      if (call == null) {
        return givenUp.remove(id) ? late(answer) : strike("an answer to a call that is not open");
      }
      unread.put(id, size);
      unreadCharacters += size;
      tooMuch = unreadCharacters > limits.mostUnread();
    }
    call.route()
        .ifPresent(route -> subscriptionOf(answer).ifPresent(name -> routes.open(name, route)));
    if (!call.complete(answer)) {
      // Given up in this very moment; whoever gave it up has taken or will take the size away.
      return late(answer);
    }
    return tooMuch
        ? Optional.of("it sent more than " + limits.mostUnread() + " characters at once")
        : Optional.empty();
  }

  // A subscription that was opened too late is nobody's.
  private Optional<String> late(RpcAnswer answer) {
    subscriptionOf(answer).ifPresent(routes::leave);
    return Optional.empty();
  }

  private static Optional<String> subscriptionOf(RpcAnswer answer) {
    return answer instanceof RpcAnswer.Result(var value)
        ? FrameReader.subscriptionId(value)
        : Optional.empty();
  }

  private Optional<String> noticed(Frame.Notice notice, int size) {
    if (size > LARGEST_NOTICE) {
      return Optional.of("an item of a subscription is " + size + " characters long");
    }
    boolean subscribing;
    synchronized (this) {
      subscribing = pending.values().stream().anyMatch(call -> call.route().isPresent());
    }
    return routes.take(notice, subscribing)
        ? Optional.empty()
        : strike("an item of a subscription that is not ours");
  }

  private synchronized Optional<String> strike(String why) {
    return ++strikes < MOST_STRIKES
        ? Optional.empty()
        : Optional.of("it sent " + MOST_STRIKES + " messages nobody asked for, the last: " + why);
  }

  /** Closes the subscription of that route; its id, when it was open. */
  Optional<String> leave(Route route) {
    Optional<String> id = routes.idOf(route);
    id.ifPresent(routes::leave);
    return id;
  }

  /** Whether no call is under way and no subscription open. */
  synchronized boolean isIdle() {
    return pending.isEmpty() && routes.isEmpty();
  }

  synchronized int underWay() {
    return pending.size();
  }

  /** Why it has ended; empty while it has not. */
  synchronized Optional<String> ended() {
    return ended;
  }

  /** Ends it, and every call and subscription with it; false when it had ended before. */
  boolean end(String reason) {
    List<PendingCall> open;
    synchronized (this) {
      if (ended.isPresent()) {
        return false;
      }
      ended = Optional.of(reason);
      open = new ArrayList<>(pending.values());
      pending.clear();
    }
    open.forEach(call -> call.end(reason));
    routes.end(reason);
    return true;
  }
}
