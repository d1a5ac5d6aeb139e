package io.gasminer.bittensor.rpc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Owns how the operator's list of endpoints is read: the first is preferred, the rest stand by. */
public final class Endpoints {
  private static final int MOST = 16;

  private Endpoints() {}

  /** What became of the text. */
  public sealed interface Reading {
    /** All can be used; at least one, in the operator's order, none twice. */
    record Read(List<Endpoint> endpoints) implements Reading {}

    /** At least one cannot; each problem says what to write instead. */
    record Unusable(List<String> problems) implements Reading {}
  }

  /**
   * Reads names and addresses with commas between them.
   *
   * @param text for instance {@code finney} or {@code ws://127.0.0.1:9944, finney}
   */
  public static Reading parse(String text) {
    Set<Endpoint> endpoints = new LinkedHashSet<>();
    List<String> problems = new ArrayList<>();
    List<String> entries =
        Arrays.stream(text.split(",")).map(String::strip).filter(e -> !e.isEmpty()).toList();
    for (String entry : entries) {
      switch (EndpointText.read(entry)) {
        case EndpointText.Verdict.Good(Endpoint endpoint) -> endpoints.add(endpoint);
        case EndpointText.Verdict.Bad(String problem) -> problems.add(problem);
      }
    }
    if (entries.isEmpty()) {
      problems.add("no endpoint is given; write " + EndpointText.WHAT_TO_WRITE);
    }
    if (entries.size() > MOST) {
      problems.add(entries.size() + " endpoints are more than the " + MOST + " that make sense");
    }
    return problems.isEmpty()
        ? new Reading.Read(List.copyOf(endpoints))
        : new Reading.Unusable(List.copyOf(problems));
  }
}
