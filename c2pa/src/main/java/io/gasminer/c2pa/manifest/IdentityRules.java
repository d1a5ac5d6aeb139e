package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.cbor.CborDecoder;
import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborTag;
import io.gasminer.c2pa.cbor.CborValue;
import io.gasminer.c2pa.status.StatusLog;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns the rules on CAWG identity assertions as far as they fail a manifest. Nothing is fetched, so
 * an issuer whose key lies on the web cannot be resolved, which is a failure in the validators'
 * reader too. For identities by certificate the validators have no anchors, so that their reader
 * trusts none of them.
 */
final class IdentityRules {
  private static final String AGGREGATION = "cawg.identity_claims_aggregation";
  private static final String X509 = "cawg.x509.cose";
  private static final long COSE_SIGN1 = 18;
  private static final long EDDSA = -8;

  private final Manifest manifest;
  private final Signatures signatures;
  private final StatusLog log;

  IdentityRules(Manifest manifest, Signatures signatures, StatusLog log) {
    this.manifest = manifest;
    this.signatures = signatures;
    this.log = log;
  }

  void check(Assertion assertion) {
    Optional<CborMap> identity = assertion.map();
    Optional<CborMap> payload =
        identity.flatMap(map -> map.get("signer_payload")).flatMap(CborValue::asMap);
    Optional<byte[]> signature =
        identity.flatMap(map -> map.get("signature")).flatMap(Fields::bytes);
    Optional<List<HashedUri>> references =
        payload.flatMap(map -> map.get("referenced_assertions")).flatMap(HashedUri::listOf);
    if (references.isEmpty() || signature.isEmpty()) {
      return;
    }
    log.lookAt(manifest.uriOf(assertion));
    if (checkReferences(references.get())) {
      switch (Fields.text(payload.get(), "sig_type").orElse("")) {
        case AGGREGATION -> checkCredential(payload.get(), references.get(), signature.get());
        case X509 -> checkActor(assertion, payload.get(), signature.get());
        default -> {}
      }
    }
    log.lookAway();
  }

  /** False where a hash is not the claim's, which ends the check without a word. */
  private boolean checkReferences(List<HashedUri> references) {
    Set<String> seen = new HashSet<>();
    for (HashedUri reference : references) {
      String url = JumbfUri.absolute(manifest.label(), reference.url());
      Optional<HashedUri> declared =
          manifest.claim().assertions().stream()
              .filter(uri -> JumbfUri.absolute(manifest.label(), uri.url()).equals(url))
              .findFirst();
      if (declared.isEmpty()) {
        fail("cawg.identity.assertion.mismatch", "referenced assertion not in claim");
      } else if (!Arrays.equals(declared.get().hash(), reference.hash())) {
        return false;
      }
      if (!seen.add(reference.url())) {
        fail("cawg.identity.assertion.duplicate", "multiple references to same assertion");
      }
    }
    if (seen.stream().noneMatch(url -> JumbfUri.lastOf(url).startsWith("c2pa.hash."))) {
      fail("cawg.identity.hard_binding_missing", "no hard binding assertion");
    }
    return true;
  }

  private void checkActor(Assertion assertion, CborMap payload, byte[] signature) {
    if (!signatures.rules().identityHasOwnCodes()) {
      fail("signingCredential.untrusted", "signing certificate untrusted");
      return;
    }
    fail("cawg.x509.credential.untrusted", "signing certificate untrusted");
    if (!signatures.isOver(payload.span().of(assertion.content().bytes()), signature)) {
      fail("cawg.x509.signature.mismatch", "signature mismatch");
    }
  }

  private void checkCredential(CborMap payload, List<HashedUri> references, byte[] signature) {
    Optional<List<CborValue>> cose =
        CborDecoder.decode(signature)
            .item()
            .filter(item -> item instanceof CborTag tag && tag.number() == COSE_SIGN1)
            .flatMap(item -> item.untagged().asList())
            .filter(items -> items.size() == 4);
    if (cose.isEmpty()) {
      fail("cawg.ica.invalid_cose_sign1", "Invalid COSE_Sign1 data structure");
      return;
    }
    Optional<CborMap> header =
        cose.get()
            .get(0)
            .asBytes()
            .flatMap(bytes -> CborDecoder.decode(bytes).item())
            .flatMap(CborValue::asMap);
    if (header.flatMap(map -> map.get(1)).flatMap(CborValue::asLong).orElse(0L) != EDDSA) {
      fail("cawg.ica.invalid_alg", "Invalid COSE_Sign1 signature algorithm");
      return;
    }
    boolean credentialType =
        header
            .flatMap(map -> map.get(3))
            .flatMap(CborValue::asText)
            .filter("application/vc"::equals)
            .isPresent();
    if (!credentialType) {
      fail("cawg.ica.invalid_content_type", "Invalid COSE_Sign1 content type header");
    }
    Optional<JsonNode> credential = cose.get().get(2).asBytes().flatMap(IdentityRules::json);
    if (credential.isEmpty() || !credential.get().path("issuer").isString()) {
      fail("cawg.ica.invalid_verifiable_credential", "Invalid JSON-LD for verifiable credential");
      return;
    }
    checkIssuer(credential.get().path("issuer").stringValue());
    if (!new CredentialSubject(credential.get()).matches(payload, references)) {
      fail("cawg.ica.signer_payload.mismatch", "c2paAsset does not match signer_payload");
    }
  }

  private void checkIssuer(String issuer) {
    if (issuer.startsWith("did:web:")) {
      fail("cawg.ica.did_unavailable", "Unable to resolve issuer DID");
    } else if (!issuer.startsWith("did:jwk:")) {
      fail("cawg.ica.invalid_issuer", "Invalid issuer DID");
    }
  }

  private static Optional<JsonNode> json(byte[] bytes) {
    try {
      return Optional.of(JsonMapper.shared().readTree(bytes));
    } catch (JacksonException malformed) {
      return Optional.empty();
    }
  }

  private void fail(String code, String explanation) {
    log.failure(code, "", explanation);
  }
}
