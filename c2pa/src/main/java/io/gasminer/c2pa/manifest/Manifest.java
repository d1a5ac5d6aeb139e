package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.cbor.CborValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Owns one manifest of a store.
 *
 * @param update whether it is an update manifest
 * @param signature the COSE_Sign1 in bytes
 * @param dataBoxes the labels of its data boxes
 * @param boxHash of the whole manifest box, by the claim's algorithm
 * @param signatureHash of the signature box, likewise
 */
public record Manifest(
    String label,
    boolean update,
    Claim claim,
    byte[] signature,
    List<Assertion> assertions,
    Set<String> dataBoxes,
    byte[] boxHash,
    byte[] signatureHash) {
  private static final List<String> HARD_BINDINGS =
      List.of("c2pa.hash.data", "c2pa.hash.bmff", "c2pa.hash.boxes");

  public Manifest {
    assertions = List.copyOf(assertions);
    dataBoxes = Set.copyOf(dataBoxes);
  }

  /** The assertions with that label, whatever their version and instance. */
  public List<Assertion> all(String base) {
    return assertions.stream().filter(assertion -> assertion.is(base)).toList();
  }

  /** The assertion with exactly that label. */
  public Optional<Assertion> find(AssertionLabel label) {
    return assertions.stream().filter(assertion -> assertion.label().equals(label)).findFirst();
  }

  /** The assertions in the order in which the claim declares them. */
  public List<Assertion> declared() {
    return claim.assertions().stream()
        .map(uri -> find(AssertionLabel.of(uri.url())))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The assertions that bind the manifest to its asset, in the order in which they are judged. */
  public List<Assertion> hardBindings() {
    return HARD_BINDINGS.stream()
        .flatMap(base -> all(base).stream())
        .filter(assertion -> !assertion.label().raw().endsWith(".part"))
        .toList();
  }

  /** The OCSP responses in its certificate status assertions (specification §18.20). */
  public List<byte[]> revocationResponses() {
    return all("c2pa.certificate-status").stream()
        .flatMap(assertion -> assertion.map().stream())
        .flatMap(map -> map.get("ocspVals").flatMap(CborValue::asList).stream())
        .flatMap(List::stream)
        .flatMap(response -> response.asBytes().stream())
        .toList();
  }

  /** The URI of an assertion of this manifest. */
  public String uriOf(Assertion assertion) {
    return JumbfUri.assertion(label, assertion.label().text());
  }

  /** The URI of this manifest. */
  public String uri() {
    return JumbfUri.manifest(label);
  }
}
