package io.gasminer.gascli.models;

import io.gasminer.miner.audit.Evidence;
import java.util.Optional;

/** Says where the sample of an audit lies, for looking at. */
@FunctionalInterface
interface EvidencePlace {
  Optional<String> of(Evidence evidence);
}
