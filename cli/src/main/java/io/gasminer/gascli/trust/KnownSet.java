package io.gasminer.gascli.trust;

import io.gasminer.c2pa.x509.AnchorList;
import io.gasminer.miner.provenance.AnchorSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Owns a set of anchors in force, and where it comes from.
 *
 * @param fetched when it was; empty for a set that comes with the miner
 */
public record KnownSet(AnchorSet anchors, String source, Optional<Instant> fetched) {
  /** All sets, the validators' first. */
  public static List<KnownSet> all(Map<OfficialList, KeptList> updated) {
    List<KnownSet> sets = new ArrayList<>();
    sets.add(new KnownSet(AnchorSet.sn34(), "built in, what validators trust", Optional.empty()));
    for (OfficialList list : OfficialList.values()) {
      sets.add(
          Optional.ofNullable(updated.get(list))
              .map(
                  kept ->
                      new KnownSet(
                          new AnchorSet(list.title(), kept.entries()),
                          kept.source(),
                          Optional.of(kept.fetched())))
              .orElseGet(
                  () ->
                      new KnownSet(
                          new AnchorSet(list.title(), list.builtIn()),
                          "built in, the official list when this version was made",
                          Optional.empty())));
    }
    return sets;
  }

  /** What it is called. */
  public String name() {
    return anchors.name();
  }

  /** The anchors with their ends. */
  public List<AnchorList.Entry> entries() {
    return anchors.entries();
  }
}
