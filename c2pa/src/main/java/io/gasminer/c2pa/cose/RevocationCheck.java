package io.gasminer.c2pa.cose;

import io.gasminer.c2pa.cbor.CborValue;
import io.gasminer.c2pa.x509.Certificate;
import io.gasminer.c2pa.x509.Finding;
import io.gasminer.c2pa.x509.OcspResponse;
import io.gasminer.c2pa.x509.Revocation;
import io.gasminer.c2pa.x509.Validity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Owns what is told of the revocation of a signing certificate (specification §15.9): by the
 * response in the signature, otherwise by the manifest's certificate status assertions. Nobody is
 * asked.
 */
final class RevocationCheck {
  static final Finding SKIPPED =
      Finding.informational("signingCredential.ocsp.skipped", "revocation was not looked up");

  private static final int MOST_RESPONSES = 32;

  private RevocationCheck() {}

  /** Owns whose certificate is asked for, and by which standard. */
  record Signer(List<Certificate> chain, ClaimSignature.Standard standard, Validity when) {
    Signer {
      chain = List.copyOf(chain);
    }

    Revocation judge(byte[] response) {
      return OcspResponse.parse(response)
          .map(parsed -> parsed.of(chain, standard.trust(), when))
          .orElse(Revocation.UNTOLD);
    }
  }

  static List<Finding> findings(CoseSign1 cose, ClaimSignature.Claim claim, Signer signer) {
    List<byte[]> elsewhere = claim.responses().stream().limit(MOST_RESPONSES).toList();
    if (!signer.standard().rules().tellsRevocation()) {
      return unbound(elsewhere, signer);
    }
    List<CborValue> along = cose.revocationValues();
    if (along.isEmpty() && elsewhere.isEmpty()) {
      return List.of(SKIPPED);
    }
    Optional<byte[]> staple = along.stream().findFirst().flatMap(CborValue::asBytes);
    return staple.map(List::of).orElse(elsewhere).stream()
        .map(signer::judge)
        .filter(told -> told != Revocation.UNTOLD)
        .findFirst()
        .map(told -> finding(told, signer))
        .map(List::of)
        .orElse(List.of());
  }

  private static Finding finding(Revocation told, Signer signer) {
    String serial = signer.chain().getFirst().serial().toString();
    return told == Revocation.REVOKED
        ? Finding.failure("signingCredential.ocsp.revoked", "signing cert revoked: " + serial)
        : Finding.success(
            "signingCredential.ocsp.notRevoked", "signing cert not revoked: " + serial);
  }

  /** The older reader tells what such a response says, whoever signed it and of whatever it is. */
  private static List<Finding> unbound(List<byte[]> responses, Signer signer) {
    Validity unstamped = new Validity(Optional.empty(), signer.standard().now());
    List<Finding> findings = new ArrayList<>();
    for (byte[] response : responses) {
      Revocation told =
          OcspResponse.parse(response)
              .map(parsed -> parsed.ofAnything(unstamped))
              .orElse(Revocation.UNTOLD);
      switch (told) {
        case NOT_REVOKED ->
            findings.add(
                Finding.success("signingCredential.ocsp.notRevoked", "certificate not revoked"));
        case REVOKED ->
            findings.add(Finding.failure("signingCredential.ocsp.revoked", "certificate revoked"));
        case UNTOLD -> {
          // Nothing is told either.
        }
      }
    }
    return findings;
  }
}
