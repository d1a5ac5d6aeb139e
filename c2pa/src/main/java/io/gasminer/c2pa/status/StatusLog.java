package io.gasminer.c2pa.status;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Owns the findings of one validation in the order they were made. An empty URL stands for what is
 * being looked at, see {@link #lookAt}. For one thread.
 */
public final class StatusLog {
  private static final int MOST = 100_000;

  private final List<Status> entries = new ArrayList<>();
  private final Deque<String> ingredients = new ArrayDeque<>();
  private final Deque<String> subjects = new ArrayDeque<>();

  /** Notes what holds. */
  public void success(String code, String url, String explanation) {
    add(code, Kind.SUCCESS, url, explanation);
  }

  /** Notes what is worth knowing and decides nothing. */
  public void informational(String code, String url, String explanation) {
    add(code, Kind.INFORMATIONAL, url, explanation);
  }

  /** Notes what does not hold. */
  public void failure(String code, String url, String explanation) {
    add(code, Kind.FAILURE, url, explanation);
  }

  /** Everything that follows is about that URI, until {@link #lookAway}. */
  public void lookAt(String url) {
    subjects.push(url);
  }

  /** Ends the last {@link #lookAt}. */
  public void lookAway() {
    subjects.pop();
  }

  /**
   * Everything that follows was reached through that ingredient assertion, until {@link #leave}.
   */
  public void enter(String ingredient) {
    ingredients.push(ingredient);
  }

  /** Ends the last {@link #enter}. */
  public void leave() {
    ingredients.pop();
  }

  /** All findings so far. */
  public List<Status> entries() {
    return List.copyOf(entries);
  }

  /** Whether that code was noted. */
  public boolean has(String code) {
    return entries.stream().anyMatch(entry -> entry.code().equals(code));
  }

  private void add(String code, Kind kind, String url, String explanation) {
    if (entries.size() < MOST) {
      String subject = url.isEmpty() && !subjects.isEmpty() ? subjects.peek() : url;
      Optional<String> ingredient = Optional.ofNullable(ingredients.peek());
      entries.add(new Status(code, kind, subject, explanation, ingredient));
    }
  }
}
