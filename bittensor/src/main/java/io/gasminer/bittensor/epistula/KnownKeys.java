package io.gasminer.bittensor.epistula;

import io.gasminer.bittensor.sr25519.VerifyingKey;
import io.gasminer.bittensor.ss58.Ss58Address;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Owns the decoded keys of the signers met last, so that a known one costs half.
 *
 * <p>At most 256, about 90 KiB each once used twice. Thread-safe.
 */
final class KnownKeys {
  private static final int MOST = 256;

  private final Map<Ss58Address, VerifyingKey> keys =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Ss58Address, VerifyingKey> eldest) {
          return size() > MOST;
        }
      };

  synchronized Optional<VerifyingKey> of(Ss58Address address) {
    VerifyingKey known = keys.get(address);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<VerifyingKey> decoded = VerifyingKey.decode(address.publicKey());
    decoded.ifPresent(key -> keys.put(address, key));
    return decoded;
  }
}
