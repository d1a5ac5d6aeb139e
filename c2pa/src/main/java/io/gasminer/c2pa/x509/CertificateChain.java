package io.gasminer.c2pa.x509;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Owns the way from a certificate to an anchor, as the validators' reader goes it: the chain is
 * taken in the order given, every link must hold, and the anchors are tried from its far end.
 */
final class CertificateChain {
  private CertificateChain() {}

  static boolean leadsTo(
      List<TrustAnchor> anchors, List<Certificate> given, Set<String> usages, Validity when) {
    return anchorOf(anchors, given, usages, when).isPresent();
  }

  /** The anchor that the chain leads to. */
  static Optional<TrustAnchor> anchorOf(
      List<TrustAnchor> anchors, List<Certificate> given, Set<String> usages, Validity when) {
    List<Certificate> chain = withoutRepeatedLeaf(given);
    if (!ExtendedUsage.of(chain.getFirst()).isAllowedBy(usages) || !isInOrder(chain)) {
      return Optional.empty();
    }
    if (when.wholeChain() && !chain.stream().allMatch(one -> one.isValidAt(when.instant()))) {
      return Optional.empty();
    }
    for (Certificate certificate : chain.reversed()) {
      if (when.stamped().isPresent() && !certificate.isValidAt(when.stamped().get())) {
        return Optional.empty();
      }
      Optional<TrustAnchor> found =
          anchors.stream().filter(anchor -> issued(anchor, certificate)).findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static List<Certificate> withoutRepeatedLeaf(List<Certificate> chain) {
    boolean repeated = chain.size() > 1 && chain.get(1).equals(chain.getFirst());
    return repeated ? chain.subList(1, chain.size()) : chain;
  }

  private static boolean isInOrder(List<Certificate> chain) {
    for (int i = 1; i < chain.size(); i++) {
      if (!CertificateSignature.holds(chain.get(i - 1), chain.get(i).publicKeyDer())) {
        return false;
      }
    }
    return true;
  }

  private static boolean issued(TrustAnchor anchor, Certificate certificate) {
    return certificate.isIssuedBy(anchor.subject())
        && CertificateSignature.holds(certificate, anchor.publicKey());
  }
}
