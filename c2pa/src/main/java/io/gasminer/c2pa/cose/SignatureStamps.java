package io.gasminer.c2pa.cose;

import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborValue;
import io.gasminer.c2pa.timestamp.TimeStamp;
import io.gasminer.c2pa.x509.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Owns the finding of the one time-stamp that a signature may carry (specification §10.3.2.5). */
final class SignatureStamps {
  private SignatureStamps() {}

  static Optional<TimeStamp> of(CoseSign1 cose, byte[] claim, Consumer<Finding> findings) {
    Optional<CborValue> second = cose.unprotected("sigTst2");
    Optional<CborValue> container = second.or(() -> cose.unprotected("sigTst"));
    List<CborValue> tokens =
        container
            .flatMap(CborValue::asMap)
            .flatMap(map -> map.get("tstTokens"))
            .flatMap(CborValue::asList)
            .orElse(List.of());
    if (tokens.size() > 1) {
      findings.accept(
          Finding.informational(
              "timeStamp.malformed", "only a single timestamp response is allowed in a manifest"));
      return Optional.empty();
    }
    return tokens.stream()
        .findFirst()
        .flatMap(CborValue::asMap)
        .flatMap(SignatureStamps::value)
        .map(
            token ->
                new TimeStamp(
                    token,
                    second.isPresent() ? cose.stampedBySignature() : cose.stampedByClaim(claim)));
  }

  private static Optional<byte[]> value(CborMap token) {
    return token.get("val").flatMap(CborValue::asBytes);
  }
}
