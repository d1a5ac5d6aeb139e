package io.gasminer.gascli.doctor;

import io.gasminer.miner.chain.AddressFinder;
import io.gasminer.miner.config.MinerConfig;
import java.net.InetAddress;
import java.util.Optional;

/** Owns the address that validators are to call: as configured, or as the internet sees it. */
sealed interface OwnAddress {
  /** The address. */
  record Known(InetAddress address) implements OwnAddress {}

  /** It is not configured, and could not be found. */
  record Unknown(String reason) implements OwnAddress {}

  static Shared<OwnAddress> of(MinerConfig.Announcing announcing, AddressFinder finder) {
    Optional<InetAddress> configured = announcing.externalIp();
    return Shared.asking(
        () ->
            configured.isPresent()
                ? new Known(configured.get())
                : switch (finder.find()) {
                  case AddressFinder.Outcome.Found(InetAddress address) -> new Known(address);
                  case AddressFinder.Outcome.NotFound(String reason) -> new Unknown(reason);
                });
  }
}
