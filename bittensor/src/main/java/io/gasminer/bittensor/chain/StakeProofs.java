package io.gasminer.bittensor.chain;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Owns whether a subnet's metagraph that is put together from storage is the very one that the
 * runtime tells: compared in all its parts at one block, for each runtime, and every day anew.
 * Thread-safe.
 */
final class StakeProofs {
  private static final Duration LASTS = Duration.ofDays(1);
  private static final String EQUAL = "equal";
  private static final String DIFFERENT = "different";

  private final RuntimeFolder folder;
  private final Map<String, Proof> proofs = new HashMap<>();

  StakeProofs(RuntimeFolder folder) {
    this.folder = folder;
  }

  private record Proof(boolean equal, Instant until) {}

  /** Whether they were equal; empty when they have to be compared. */
  synchronized Optional<Boolean> equal(ChainRuntime runtime, int netuid) {
    String name = name(runtime, netuid);
    Proof known = proofs.get(name);
    if (known != null && known.until().isAfter(folder.now())) {
      return Optional.of(known.equal());
    }
    return folder
        .read(name, LASTS)
        .map(word -> new String(word, StandardCharsets.UTF_8))
        .filter(word -> word.equals(EQUAL) || word.equals(DIFFERENT))
        .map(EQUAL::equals);
  }

  synchronized void compared(ChainRuntime runtime, int netuid, boolean equal) {
    String name = name(runtime, netuid);
    proofs.put(name, new Proof(equal, folder.now().plus(LASTS)));
    folder.write(name, (equal ? EQUAL : DIFFERENT).getBytes(StandardCharsets.UTF_8));
  }

  private static String name(ChainRuntime runtime, int netuid) {
    return runtime.exactly().text() + "-" + netuid + ".stakes";
  }
}
