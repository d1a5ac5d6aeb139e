package io.gasminer.miner;

import io.gasminer.miner.generation.sandbox.SandboxAuthority;
import io.gasminer.miner.provenance.ProvenanceGate;
import io.gasminer.miner.provenance.Sn34Gate;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Owns whom the gate trusts: whom the validators trust, and on a trial the sandbox besides. */
final class Trust {
  private Trust() {}

  static ProvenanceGate gate(Optional<SandboxAuthority> sandbox, InstantSource clock) {
    return sandbox
        .map(
            authority ->
                new Sn34Gate(
                    List.of(authority.anchor()), List.of(SandboxAuthority.ORGANISATION), clock))
        .orElseGet(() -> new Sn34Gate(clock));
  }
}
