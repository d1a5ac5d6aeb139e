package io.gasminer.bittensor.chain;

import io.gasminer.bittensor.metadata.StorageEntry;
import io.gasminer.bittensor.rpc.ExtrinsicWatch;
import io.gasminer.bittensor.rpc.WatchEvent;
import io.gasminer.bittensor.scale.Encoded;
import io.gasminer.bittensor.subtensor.DispatchOutcome;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Owns what becomes of an extrinsic that a node has taken, until a block with it is final. */
record Watched(Questions questions, ChainRuntime runtime, byte[] extrinsic) {
  ServeOutcome outcome(ExtrinsicWatch watch, Axon wanted, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (System.nanoTime() < end) {
        switch (watch.next(Duration.ofNanos(end - System.nanoTime()))) {
          case WatchEvent.Update(JsonNode status) -> {
            Optional<ServeOutcome> done = read(status, wanted);
            if (done.isPresent()) {
              return done.get();
            }
          }
          case WatchEvent.Ended(String reason) -> {
            return new ServeOutcome.Uncertain(reason);
          }
          case WatchEvent.Quiet _ -> {}
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return new ServeOutcome.Uncertain(
        "no block with it was final in " + patience.toSeconds() + " s");
  }

  private Optional<ServeOutcome> read(JsonNode status, Axon wanted) {
    if (status.has("finalized")) {
      return Optional.of(
          Hex.hash(status.path("finalized"))
              .map(hash -> inBlock(hash, wanted))
              .orElseGet(
                  () -> new ServeOutcome.Uncertain("the node says final and names no block")));
    }
    for (String end : new String[] {"usurped", "dropped", "invalid", "finalityTimeout"}) {
      if (status.has(end) || status.asString("").equals(end)) {
        return Optional.of(
            new ServeOutcome.Uncertain("the node says that the extrinsic is " + end));
      }
    }
    return Optional.empty();
  }

  private ServeOutcome inBlock(String hash, Axon wanted) {
    Answer<DispatchOutcome> dispatch =
        questions.named(hash).then(at -> place(at).then(place -> dispatched(at, place)));
    return switch (dispatch) {
      case Answer.Unavailable<DispatchOutcome>(String reason) -> new ServeOutcome.Uncertain(reason);
      case Answer.Got<DispatchOutcome>(DispatchOutcome outcome) ->
          switch (outcome) {
            case DispatchOutcome.Succeeded _ -> new ServeOutcome.Served(wanted, hash);
            case DispatchOutcome.Failed(String reason) -> new ServeOutcome.Refused(reason);
            case DispatchOutcome.Unknown(String reason) -> new ServeOutcome.Uncertain(reason);
          };
    };
  }

  private Answer<Integer> place(Block at) {
    String ours = Hex.of(extrinsic);
    return questions.ask(
        block -> {
          JsonNode all = block.path("block").path("extrinsics");
          for (int i = 0; i < all.size(); i++) {
            if (all.path(i).asString("").equals(ours)) {
              return Optional.of(i);
            }
          }
          return Optional.empty();
        },
        "chain_getBlock",
        at.hash());
  }

  private Answer<DispatchOutcome> dispatched(Block at, int place) {
    Optional<byte[]> key =
        runtime
            .metadata()
            .storage("System", "Events")
            .found()
            .map(StorageEntry::key)
            .flatMap(Encoded::bytes);
    return key.<Answer<DispatchOutcome>>map(
            bytes ->
                questions
                    .stored(bytes, at.hash())
                    .map(
                        events ->
                            DispatchOutcome.of(
                                runtime.metadata(), events.orElse(new byte[0]), place)))
        .orElseGet(() -> new Answer.Unavailable<>("the runtime has no System.Events"));
  }
}
