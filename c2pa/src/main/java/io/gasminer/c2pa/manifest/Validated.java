package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.cose.SignerFacts;
import io.gasminer.c2pa.status.Status;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Owns what came of validating a manifest store. */
public sealed interface Validated {
  /**
   * The store was judged.
   *
   * @param findings in the order they were made, without what ingredients had recorded
   * @param signers by the label of the manifest
   * @param hidden labels of manifests with an assertion that cannot be shown; readers leave them
   *     out
   */
  record Checked(
      ManifestStore store,
      List<Status> findings,
      Map<String, SignerFacts> signers,
      Set<String> hidden)
      implements Validated {
    public Checked {
      hidden = Set.copyOf(hidden);
      findings = List.copyOf(findings);
      signers = Map.copyOf(signers);
    }
  }

  /** Nothing can be said of the store; the sender's fault. The findings tell how far it went. */
  record Unreadable(String reason, List<Status> findings) implements Validated {
    public Unreadable {
      findings = List.copyOf(findings);
    }
  }
}
