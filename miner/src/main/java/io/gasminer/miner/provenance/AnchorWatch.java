package io.gasminer.miner.provenance;

import io.gasminer.c2pa.x509.AnchorList;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Owns the question which of the validators' anchors is about to end, and whom that hits.
 *
 * <p>An anchor is a name and a key, so it goes on counting after its certificate ended; but nothing
 * new is issued under it, and where a provider goes next the validators may not follow.
 */
public final class AnchorWatch {
  /** From how many days before its end an anchor is worth a warning. */
  public static final int DAYS_OF_WARNING = 60;

  private static final String GLOBALSIGN_R6 = "GlobalSign Root CA - R6";
  private static final String GLOBALSIGN_R6_MAIL = "GlobalSign GCC R6 SMIME CA 2023";
  private static final String GLOBALSIGN_R45 = "GlobalSign Secure Mail Root R45";

  private static final List<String> OPENAI = List.of("WebClaimSigningCA");

  /** Whose signatures lead to which anchors, by words in the names of both. */
  private static final Map<String, List<String>> ANCHORS_OF =
      Map.of(
          "openai", OPENAI,
          "google", List.of("Google C2PA Root CA G3"),
          "adobe", List.of("Adobe Product Services G4"),
          "microsoft",
              List.of("Microsoft Supply Chain RSA Root CA 2022", "Microsoft SCD Claimants RSA CA"),
          "stability ai", List.of(GLOBALSIGN_R6, GLOBALSIGN_R6_MAIL),
          "black forest labs", List.of(GLOBALSIGN_R6, GLOBALSIGN_R6_MAIL),
          "runway", List.of(GLOBALSIGN_R6, GLOBALSIGN_R6_MAIL, "CN=Stability AI"),
          "byteplus", List.of(GLOBALSIGN_R45),
          "bytedance", List.of(GLOBALSIGN_R45));

  private AnchorWatch() {}

  /**
   * Owns one anchor that ended or is about to.
   *
   * @param daysLeft until its last day; negative when that has passed
   */
  public record Ending(AnchorList.Entry entry, long daysLeft) {
    /** Since when or until when, in words. */
    public String when() {
      if (daysLeft < 0) {
        return "ended on " + entry.ends() + ", " + days(-daysLeft) + " ago";
      }
      return "ends on " + entry.ends() + (daysLeft == 0 ? ", today" : ", in " + days(daysLeft));
    }

    private static String days(long number) {
      return number == 1 ? "1 day" : number + " days";
    }
  }

  /** The end of an anchor, where it is past or near. */
  public static Optional<Ending> ending(AnchorList.Entry entry, LocalDate today) {
    long left = ChronoUnit.DAYS.between(today, entry.ends());
    return left <= DAYS_OF_WARNING ? Optional.of(new Ending(entry, left)) : Optional.empty();
  }

  /**
   * The ends that matter to who uses models with these signers. A signer that is not known here
   * might lead to any anchor that names a maker of AI media, or that stands for one.
   *
   * @param signers organisations in signing certificates
   */
  public static List<Ending> endings(Collection<String> signers, LocalDate today) {
    return AnchorList.SN34.entries().stream()
        .filter(entry -> signers.stream().anyMatch(signer -> maySignUnder(signer, entry)))
        .flatMap(entry -> ending(entry, today).stream())
        .toList();
  }

  /** Whether every anchor of a known signer lasts beyond the time of warning. */
  public static boolean lasts(String signer, LocalDate today) {
    return endings(List.of(signer), today).isEmpty();
  }

  /** Whether it is known which anchors this signer's certificates lead to. */
  static boolean knows(String signer) {
    String lower = signer.toLowerCase(Locale.ROOT);
    return ANCHORS_OF.keySet().stream().anyMatch(lower::contains);
  }

  private static boolean maySignUnder(String signer, AnchorList.Entry entry) {
    String lower = signer.toLowerCase(Locale.ROOT);
    String name = entry.anchor().name();
    List<String> known =
        ANCHORS_OF.entrySet().stream()
            .filter(row -> lower.contains(row.getKey()))
            .flatMap(row -> row.getValue().stream())
            .toList();
    return known.isEmpty()
        ? TrustedNames.sn34().isGenerator(name) || OPENAI.stream().anyMatch(name::contains)
        : known.stream().anyMatch(name::contains);
  }
}
