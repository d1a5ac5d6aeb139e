package io.gasminer.miner.provenance;

import java.time.LocalDate;
import java.util.List;

/**
 * Owns what is known, before any media are seen, of how validators take an organisation's
 * signatures: its name, and the anchors that its certificates are known to lead to.
 *
 * @param named whether validators know the name as a maker of AI media
 * @param anchored whether an anchor of theirs is known that its certificates lead to
 * @param endings the ends of such anchors, where they are past or near
 */
public record SignerStanding(boolean named, boolean anchored, List<AnchorWatch.Ending> endings) {
  public SignerStanding {
    endings = List.copyOf(endings);
  }

  /** The standing of an organisation, as it stands in a signing certificate. */
  public static SignerStanding of(String organisation, LocalDate today) {
    TrustedNames names = TrustedNames.sn34();
    boolean anchored = AnchorWatch.knows(organisation);
    return new SignerStanding(
        names.mayIssue(organisation) && names.isGenerator(organisation),
        anchored,
        anchored ? AnchorWatch.endings(List.of(organisation), today) : List.of());
  }

  /** Whether nothing speaks against its signatures. */
  public boolean accepted() {
    return named && anchored && endings.isEmpty();
  }

  /** In a few words. */
  public String text() {
    if (!named) {
      return "not on the validators' list of names";
    }
    if (!anchored) {
      return "on the validators' list of names; no anchor is known that it signs under";
    }
    return endings.isEmpty()
        ? "accepted by validators"
        : "doubtful: an anchor that it signs under " + endings.getFirst().when();
  }
}
