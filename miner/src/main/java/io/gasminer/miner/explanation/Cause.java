package io.gasminer.miner.explanation;

import io.gasminer.miner.provenance.Fault;
import java.util.List;

/**
 * Owns one reason for a refusal.
 *
 * @param what happened, in a sentence
 * @param next what to do, the most likely first
 */
public record Cause(Fault fault, String what, List<String> next) {
  public Cause {
    next = List.copyOf(next);
  }
}
