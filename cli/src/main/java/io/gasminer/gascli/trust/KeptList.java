package io.gasminer.gascli.trust;

import io.gasminer.c2pa.x509.AnchorList;
import io.gasminer.c2pa.x509.Certificate;
import io.gasminer.c2pa.x509.TrustAnchor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Owns a list that was fetched.
 *
 * @param source the address or file that it came from
 */
public record KeptList(String source, Instant fetched, List<Certificate> certificates) {
  public KeptList {
    certificates = List.copyOf(certificates);
  }

  /** The anchors that the certificates state, each once. */
  public List<AnchorList.Entry> entries() {
    return certificates.stream()
        .map(
            certificate ->
                new AnchorList.Entry(
                    TrustAnchor.of(certificate),
                    LocalDate.ofInstant(certificate.notAfter(), ZoneOffset.UTC)))
        .distinct()
        .toList();
  }
}
