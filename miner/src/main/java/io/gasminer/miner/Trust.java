package io.gasminer.miner;

import io.gasminer.miner.events.TrustEvents;
import io.gasminer.miner.generation.sandbox.SandboxAuthority;
import io.gasminer.miner.provenance.AnchorWatch;
import io.gasminer.miner.provenance.ProvenanceGate;
import io.gasminer.miner.provenance.Sn34Gate;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Owns whom the gate trusts: whom the validators trust, and on a trial the sandbox besides. */
final class Trust {
  private Trust() {}

  /** Tells of every anchor of these signers that ended or is about to, once. */
  static void warn(Collection<String> signers, InstantSource clock, TrustEvents events) {
    List<String> real =
        signers.stream().filter(name -> !name.equals(SandboxAuthority.ORGANISATION)).toList();
    AnchorWatch.endings(real, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
        .forEach(
            ending ->
                events.anchorEnds(
                    ending.entry().anchor().name(), ending.entry().ends(), ending.daysLeft()));
  }

  static ProvenanceGate gate(Optional<SandboxAuthority> sandbox, InstantSource clock) {
    return sandbox
        .map(
            authority ->
                new Sn34Gate(
                    List.of(authority.anchor()), List.of(SandboxAuthority.ORGANISATION), clock))
        .orElseGet(() -> new Sn34Gate(clock));
  }
}
