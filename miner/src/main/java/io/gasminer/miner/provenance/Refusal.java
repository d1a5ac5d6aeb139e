package io.gasminer.miner.provenance;

import io.gasminer.c2pa.ReadResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Owns why media are refused: whose fault each reason is, what it means and what to do. The gate
 * and the explanations speak in these words.
 */
public enum Refusal {
  NO_MANIFEST(
      Fault.MODEL_CHOICE,
      "The file carries no manifest: the model delivers without one, or something on the way"
          + " stripped it.",
      Steps.ANOTHER,
      "If this model does sign (docs/providers.md tells), look for what strips it. "
          + Steps.NO_CONVERSION),
  NOT_LOOKED_FOR(
      Fault.MODEL_CHOICE,
      "Validators look for no manifest in files of this kind, whatever stands in them.",
      "Have the provider deliver PNG, JPEG, WebP or MP4.",
      Steps.ANOTHER),
  DAMAGED_STORE(
      Fault.BYTES_CHANGED,
      "The file or its manifest store is damaged: it was cut short or altered.",
      "Fetch the media again, whole; compare its size with what the provider announces.",
      Steps.NO_CONVERSION),
  BYTES_CHANGED(
      Fault.BYTES_CHANGED,
      "The bytes were changed after they were signed: do not re-encode.",
      Steps.NO_CONVERSION,
      Steps.COMPARE),
  MANIFEST_EDITED(
      Fault.BYTES_CHANGED,
      "An assertion is not the one that was signed: the manifest itself was edited.",
      Steps.NO_CONVERSION,
      Steps.COMPARE),
  CERTIFICATE_ENDED(
      Fault.CLOCK,
      "The signing certificate is out of its time, and no time-stamp that counts says that it was"
          + " signed within it.",
      Steps.CLOCK,
      Steps.ANOTHER),
  CERTIFICATE_UNFIT(
      Fault.PROVIDER,
      "The signing certificate is not one that may sign claims, or was revoked.",
      Steps.ANOTHER),
  SIGNATURE_UNFIT(
      Fault.PROVIDER,
      "The signature does not fit the claim: it was made over something else, or the claim was"
          + " changed.",
      Steps.ANOTHER),
  UNTRUSTED(
      Fault.MODEL_CHOICE,
      "The certificates lead to none of the anchors that validators hold.",
      Steps.ANOTHER),
  PART_UNFIT(
      Fault.PROVIDER,
      "A part of the manifest, or of the manifest of an ingredient, does not fit.",
      Steps.ANOTHER),
  NOT_BOUND(
      Fault.PROVIDER,
      "The manifest is signed, but nothing in it binds it to these bytes, so it could have been"
          + " moved here from other media.",
      Steps.ANOTHER),
  UNNAMED_SIGNER(
      Fault.MODEL_CHOICE,
      "The signing certificate names no organisation, so validators take it for self-signed.",
      Steps.ANOTHER),
  UNKNOWN_SIGNER(
      Fault.VALIDATORS_LIST,
      "The signature holds, but validators do not know the name of the organisation that signed.",
      Steps.ANOTHER),
  NO_GENERATOR(
      Fault.MODEL_CHOICE,
      "The signature holds and the signer is known, but not as a maker of AI media.",
      Steps.ANOTHER),
  NO_TIME(
      Fault.MODEL_CHOICE,
      "The manifest says no time, so validators cannot tell that it is new.",
      Steps.ANOTHER),
  NOT_FRESH(
      Fault.CLOCK,
      "The manifest was signed before this challenge, or in the future.",
      Steps.CLOCK,
      "If the clock is right, the provider answered with old media: switch its cache off.",
      Steps.ANOTHER),
  BROKEN_MEDIA(
      Fault.PROVIDER,
      "What the provider sent does not open.",
      "If it happens again, look for what damages or cuts the provider's answers on the way.",
      Steps.ANOTHER);

  /** Owns the steps that several reasons share. */
  private static final class Steps {
    static final String ANOTHER = "another model";
    static final String NO_CONVERSION =
        "Let nothing decode, resize, convert or optimise media between the provider and the"
            + " validator: even a lossless copy by an image library destroys the manifest.";
    static final String COMPARE =
        "Fetch the same media from the provider again and verify those bytes; if they fail too,"
            + " the provider's manifest is broken.";
    static final String CLOCK =
        "Check this machine's clock (timedatectl), or the time given with --at.";
  }

  private final Fault fault;
  private final String what;

  /** One a line. */
  private final String next;

  Refusal(Fault fault, String what, String... next) {
    this.fault = fault;
    this.what = what;
    this.next = String.join("\n", next);
  }

  /** Why a policy refuses, the weightiest first; empty where it does not. */
  public static List<Refusal> of(ReadResult read, PolicyWalk walk) {
    return walk.firstFailure()
        .map(
            step ->
                switch (step.rule()) {
                  case MANIFEST -> List.of(absence(read));
                  case SIGNATURE -> ofFindings(walk.verdict().validationErrors());
                  case HARD_BINDING -> List.of(NOT_BOUND);
                  case NAMED_SIGNER -> List.of(UNNAMED_SIGNER);
                  case AUTHORITY -> List.of(UNKNOWN_SIGNER);
                  case GENERATOR -> List.of(NO_GENERATOR);
                })
        .orElse(List.of());
  }

  /** Whose fault it is, most likely. */
  public Fault fault() {
    return fault;
  }

  /** What it means, in a sentence. */
  public String what() {
    return what;
  }

  /**
   * What to do, the most likely first.
   *
   * @param another the sentence that says to choose another model
   */
  public List<String> next(String another) {
    return next.lines().map(step -> step.equals(Steps.ANOTHER) ? another : step).toList();
  }

  private static Refusal absence(ReadResult read) {
    return switch (read) {
      case ReadResult.NoManifest none -> NO_MANIFEST;
      case ReadResult.Unreadable damaged -> DAMAGED_STORE;
      case ReadResult.Report unseen -> NOT_LOOKED_FOR;
    };
  }

  /** Changed bytes weigh most, then the certificate, then the signature, then trust. */
  private static List<Refusal> ofFindings(List<String> errors) {
    List<Refusal> found = new ArrayList<>();
    for (Refusal refusal :
        List.of(
            BYTES_CHANGED,
            MANIFEST_EDITED,
            CERTIFICATE_ENDED,
            CERTIFICATE_UNFIT,
            SIGNATURE_UNFIT,
            UNTRUSTED)) {
      if (errors.stream().anyMatch(refusal::isTold)) {
        found.add(refusal);
      }
    }
    return found.isEmpty() ? List.of(PART_UNFIT) : List.copyOf(found);
  }

  private boolean isTold(String error) {
    return switch (this) {
      case BYTES_CHANGED -> error.contains("Hash.mismatch");
      case MANIFEST_EDITED -> error.contains("assertion.hashedURI.mismatch");
      case CERTIFICATE_ENDED -> error.contains("signingCredential.expired");
      case CERTIFICATE_UNFIT ->
          error.contains("signingCredential.invalid")
              || error.contains("signingCredential.revoked");
      case SIGNATURE_UNFIT ->
          error.contains("laimSignature.mismatch") || error.contains("claim.signature.mismatch");
      case UNTRUSTED -> error.contains("signingCredential.untrusted");
      default -> false;
    };
  }
}
