package io.gasminer.miner.provenance;

import io.gasminer.c2pa.x509.AnchorList;
import io.gasminer.c2pa.x509.Certificate;
import io.gasminer.c2pa.x509.TrustAnchor;
import io.gasminer.c2pa.x509.TrustStore;
import io.gasminer.c2pa.x509.Validity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Owns anchors of trust under the name that people know them by: {@code sn34}, {@code c2pa}. */
public record AnchorSet(String name, List<AnchorList.Entry> entries) {
  public AnchorSet {
    entries = List.copyOf(entries);
  }

  /** What the validators trust. */
  public static AnchorSet sn34() {
    return new AnchorSet("sn34", AnchorList.SN34.entries());
  }

  /** The anchor that a chain leads to, the signing certificate first, whenever it was signed. */
  public Optional<AnchorList.Entry> anchorOf(List<Certificate> chain, Instant now) {
    List<TrustAnchor> anchors = entries.stream().map(AnchorList.Entry::anchor).toList();
    return TrustStore.none()
        .withAnchors(anchors)
        .anchorOf(chain, new Validity(Optional.empty(), now))
        .flatMap(this::find);
  }

  private Optional<AnchorList.Entry> find(TrustAnchor anchor) {
    return entries.stream().filter(entry -> entry.anchor().equals(anchor)).findFirst();
  }
}
