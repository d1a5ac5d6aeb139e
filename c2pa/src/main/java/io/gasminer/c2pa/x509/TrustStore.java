package io.gasminer.c2pa.x509;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Owns whom a validation trusts; an immutable value (specification §14.4).
 *
 * @param signers anchors of those who sign claims, in the order they are tried
 * @param authorities anchors of those who sign time-stamps
 * @param endEntities SHA-256 of single certificates that are trusted without a chain, in lower-case
 *     hexadecimal
 * @param usages extended key usages that a signing certificate may have, as dotted numbers; absent
 *     where those count that the reader's rules name
 */
public record TrustStore(
    List<TrustAnchor> signers,
    List<TrustAnchor> authorities,
    Set<String> endEntities,
    Optional<Set<String>> usages) {
  /** The usages that the C2PA trust list's configuration names. */
  public static final Set<String> USAGES =
      Set.of(
          KeyUsages.EMAIL_PROTECTION,
          KeyUsages.DOCUMENT_SIGNING,
          KeyUsages.TIME_STAMPING,
          KeyUsages.OCSP_SIGNING,
          KeyUsages.MICROSOFT_CLAIM_SIGNING,
          KeyUsages.CLAIM_SIGNING);

  public TrustStore {
    signers = List.copyOf(signers);
    authorities = List.copyOf(authorities);
    endEntities = Set.copyOf(endEntities);
    usages = usages.map(Set::copyOf);
  }

  /** Nobody is trusted. */
  public static TrustStore none() {
    return new TrustStore(List.of(), List.of(), Set.of(), Optional.empty());
  }

  /** The anchors that validators of subnet 34 use, for claims and time-stamps alike. */
  public static TrustStore sn34() {
    return none().withAnchors(AnchorList.SN34.anchors());
  }

  /**
   * The anchors of the C2PA trust list and of its time-stamping list. Both count for claims and for
   * time-stamps, because the validators' reader keeps one set of anchors.
   */
  public static TrustStore c2pa() {
    return none()
        .withAnchors(AnchorList.C2PA.anchors())
        .withAnchors(AnchorList.C2PA_TIME.anchors());
  }

  /** Also trusts these anchors, for claims and for time-stamps. */
  public TrustStore withAnchors(List<TrustAnchor> more) {
    return new TrustStore(joined(signers, more), joined(authorities, more), endEntities, usages);
  }

  /** Also trusts these anchors, for time-stamps alone. */
  public TrustStore withAuthorities(List<TrustAnchor> more) {
    return new TrustStore(signers, joined(authorities, more), endEntities, usages);
  }

  /**
   * Accepts these extended key usages of a signing certificate and no others, except those for
   * e-mail, time-stamping and OCSP, which always count.
   */
  public TrustStore withUsages(Set<String> oids) {
    return new TrustStore(signers, authorities, endEntities, Optional.of(oids));
  }

  /** Accepts these extended key usages where {@link #withUsages} named none. */
  public TrustStore withDefaultUsages(Set<String> oids) {
    return usages.isPresent() ? this : withUsages(oids);
  }

  /** Also trusts these certificates themselves. */
  public TrustStore withEndEntities(List<Certificate> certificates) {
    Set<String> all = new HashSet<>(endEntities);
    certificates.forEach(certificate -> all.add(certificate.fingerprint()));
    return new TrustStore(signers, authorities, all, usages);
  }

  /** Whether the first certificate is trusted, the others being its chain in order. */
  public boolean trusts(List<Certificate> chain, Validity when) {
    Certificate leaf = chain.getFirst();
    return endEntities.contains(leaf.fingerprint())
        || CertificateChain.leadsTo(signers, chain, acceptedUsages(), when);
  }

  /**
   * The anchor that the chain leads to, the signing certificate first; empty too for a certificate
   * that is trusted without a chain.
   */
  public Optional<TrustAnchor> anchorOf(List<Certificate> chain, Validity when) {
    return chain.isEmpty()
        ? Optional.empty()
        : CertificateChain.anchorOf(signers, chain, acceptedUsages(), when);
  }

  /** Whether the first certificate is a trusted time-stamping authority's. */
  public boolean trustsAuthority(List<Certificate> chain, Validity when) {
    return CertificateChain.leadsTo(authorities, chain, Set.of(KeyUsages.TIME_STAMPING), when);
  }

  /** Whether the first certificate is a trusted OCSP responder's. */
  public boolean trustsResponder(List<Certificate> chain, Validity when) {
    return CertificateChain.leadsTo(signers, chain, Set.of(KeyUsages.OCSP_SIGNING), when);
  }

  /** The usages of signing certificates that count. */
  public Set<String> acceptedUsages() {
    return usages.orElse(USAGES);
  }

  private static List<TrustAnchor> joined(List<TrustAnchor> one, List<TrustAnchor> other) {
    List<TrustAnchor> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }
}
