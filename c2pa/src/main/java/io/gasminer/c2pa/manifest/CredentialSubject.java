package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.cbor.CborMap;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Owns the comparison of what a credential was issued for with what it is attached to. */
final class CredentialSubject {
  private final JsonNode asset;

  CredentialSubject(JsonNode credential) {
    JsonNode subject = credential.path("credentialSubject");
    this.asset = (subject.isArray() ? subject.path(0) : subject).path("c2paAsset");
  }

  boolean matches(CborMap payload, List<HashedUri> references) {
    JsonNode issued = asset.path("referenced_assertions");
    if (!asset.path("sig_type").asString("").equals(Fields.text(payload, "sig_type").orElse(""))
        || issued.size() > references.size()) {
      return false;
    }
    for (int i = 0; i < issued.size(); i++) {
      if (!matches(issued.get(i), references.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Signers differ in whether they repeat the algorithm, so its absence is no difference. */
  private static boolean matches(JsonNode issued, HashedUri reference) {
    boolean algorithm =
        reference.algorithm().isEmpty()
            || reference.algorithm().get().equals(issued.path("alg").asString(""));
    return algorithm
        && reference.url().equals(issued.path("url").asString(""))
        && hash(issued.path("hash").asString(""))
            .filter(hash -> Arrays.equals(hash, reference.hash()))
            .isPresent();
  }

  private static Optional<byte[]> hash(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
