package io.gasminer.bittensor.chain;

import java.util.Optional;

/**
 * Owns the ways to a metagraph: the runtime's own answer, for which the node has to run it, and
 * what is put together from storage, several times as fast. The second counts only where it was
 * found to be the same as the first.
 */
record MetagraphReading(Questions questions, Runtimes runtimes, StakeProofs proofs, int netuid) {
  /** From storage where that is known to be the same, else as {@link #told}. */
  Answer<Metagraph> quick() {
    return runtimes
        .current()
        .then(
            runtime ->
                proofs.equal(runtime, netuid).orElse(false)
                    ? orTold(questions.newest().then(at -> stored(runtime, at)))
                    : told());
  }

  // A node may limit questions for many values at once, and still run its runtime.
  private Answer<Metagraph> orTold(Answer<Metagraph> stored) {
    return stored.found().isPresent() ? stored : told();
  }

  /** As the runtime tells it, where it can; else from storage. */
  Answer<Metagraph> told() {
    Later<Block> newest = Later.begin(questions::newest);
    return runtimes
        .withApis()
        .then(
            runtime ->
                newest
                    .answer()
                    .then(
                        at ->
                            MetagraphCall.of(runtime, netuid)
                                .map(call -> told(runtime, call, at))
                                .orElseGet(() -> stored(runtime, at))));
  }

  private Answer<Metagraph> told(ChainRuntime runtime, MetagraphCall call, Block at) {
    if (proofs.equal(runtime, netuid).isPresent()) {
      return call.ask(questions, netuid, at);
    }
    Later<Metagraph> stored = Later.begin(() -> stored(runtime, at));
    Answer<Metagraph> told = call.ask(questions, netuid, at);
    Optional<Metagraph> other = stored.answer().found();
    told.found()
        .ifPresent(
            metagraph ->
                other.ifPresent(same -> proofs.compared(runtime, netuid, metagraph.equals(same))));
    return told;
  }

  private Answer<Metagraph> stored(ChainRuntime runtime, Block at) {
    return new StoredMetagraph(Storage.subtensor(questions, runtime, at.hash()), netuid, at).read();
  }
}
