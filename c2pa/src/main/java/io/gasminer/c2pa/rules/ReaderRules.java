package io.gasminer.c2pa.rules;

import io.gasminer.c2pa.x509.KeyUsages;
import io.gasminer.c2pa.x509.TrustStore;
import java.util.Set;

/**
 * Owns the rules of one version of the library with which validators read manifest stores. Every
 * method names a rule in which the versions differ; what they agree on stands nowhere here.
 */
public enum ReaderRules {
  /** c2pa-rs 0.89, which the validators' lock file names. It decides what is paid. */
  PINNED("0.89"),
  /** c2pa-rs 0.91, which they would get with their next update. */
  NEWER("0.91");

  private static final Set<String> NARROW =
      Set.of(KeyUsages.EMAIL_PROTECTION, KeyUsages.TIME_STAMPING, KeyUsages.OCSP_SIGNING);

  private final String version;

  ReaderRules(String version) {
    this.version = version;
  }

  /** The version of c2pa-rs, as people name it. */
  public String version() {
    return version;
  }

  /** The extended key usages of signers that count where the trust names none. */
  public Set<String> usages() {
    return newer() ? NARROW : TrustStore.USAGES;
  }

  /** Whether trust is judged, and told, before the certificate's profile. */
  public boolean trustComesFirst() {
    return newer();
  }

  /** Whether a chain of which one certificate has ended leads to no anchor, stamped or not. */
  public boolean wholeChainMustBeValid() {
    return newer();
  }

  /** Whether the key must be of the curve that the signature's algorithm names. */
  public boolean keyMustFitAlgorithm() {
    return newer();
  }

  /** Whether a signature by somebody without an organisation is no signature. */
  public boolean signerNeedsOrganisation() {
    return !newer();
  }

  /** Whether a claim of version 2 with a field of an unknown name cannot be read. */
  public boolean knowsAllFields() {
    return !newer();
  }

  /** Whether what is an input of an ingredient is judged too (specification §15.11.3.3). */
  public boolean judgesInputs() {
    return newer();
  }

  /** Whether OCSP responses in a signature are told, and only those of responders one may trust. */
  public boolean tellsRevocation() {
    return newer();
  }

  /** Whether a box of an unknown name in a manifest is a failure. */
  public boolean knowsAllBoxes() {
    return !newer();
  }

  /** Whether {@code c2pa.created} must tell a source type. */
  public boolean creationNeedsSource() {
    return newer();
  }

  /** Whether the hash that an update manifest inherits is told as its own. */
  public boolean updatesInheritBinding() {
    return newer();
  }

  /** Whether an ingredient that was recorded as signed in time cannot be told as expired. */
  public boolean recordedValidityCounts() {
    return newer();
  }

  /** Whether the exclusion of a data hash must be where the manifest store lies. */
  public boolean exclusionMustBeTheStore() {
    return newer();
  }

  /** Whether what is wrong with an identity has codes of its own, which fail no manifest. */
  public boolean identityHasOwnCodes() {
    return newer();
  }

  /** Whether the fields of metadata assertions are judged. */
  public boolean judgesMetadata() {
    return !newer();
  }

  private boolean newer() {
    return this == NEWER;
  }
}
