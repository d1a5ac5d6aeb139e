package io.gasminer.bittensor.epistula;

import io.gasminer.bittensor.ss58.Ss58Address;
import java.util.Optional;

/** Who is in the metagraph. Implementations answer from memory, never by waiting. */
@FunctionalInterface
public interface SignerDirectory {
  /** The neuron with this hotkey, if there is one. */
  Optional<Signer> find(Ss58Address hotkey);
}
