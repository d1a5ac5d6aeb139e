package io.gasminer.c2pa.status;

import java.util.Set;

/** Owns the status codes of the specification (chapter 15) as it spells them. */
public final class StatusCode {
  public static final String ALGORITHM_DEPRECATED = "algorithm.deprecated";
  public static final String ALGORITHM_UNSUPPORTED = "algorithm.unsupported";
  public static final String ASSERTION_ACCESSIBLE = "assertion.accessible";
  public static final String ASSERTION_ACTION_INGREDIENT_MISMATCH =
      "assertion.action.ingredientMismatch";
  public static final String ASSERTION_ACTION_MALFORMED = "assertion.action.malformed";
  public static final String ASSERTION_ACTION_REDACTED = "assertion.action.redacted";
  public static final String ASSERTION_ACTION_REDACTION_MISMATCH =
      "assertion.action.redactionMismatch";
  public static final String ASSERTION_BMFF_HASH_ADDITIONAL_EXCLUSIONS_PRESENT =
      "assertion.bmffHash.additionalExclusionsPresent";
  public static final String ASSERTION_BMFF_HASH_MALFORMED = "assertion.bmffHash.malformed";
  public static final String ASSERTION_BMFF_HASH_MATCH = "assertion.bmffHash.match";
  public static final String ASSERTION_BMFF_HASH_MISMATCH = "assertion.bmffHash.mismatch";
  public static final String ASSERTION_BOXES_HASH_MALFORMED = "assertion.boxesHash.malformed";
  public static final String ASSERTION_BOXES_HASH_MATCH = "assertion.boxesHash.match";
  public static final String ASSERTION_BOXES_HASH_MISMATCH = "assertion.boxesHash.mismatch";
  public static final String ASSERTION_BOXES_HASH_UNKNOWN_BOX = "assertion.boxesHash.unknownBox";
  public static final String ASSERTION_CBOR_INVALID = "assertion.cbor.invalid";
  public static final String ASSERTION_CLOUD_DATA_ACTIONS = "assertion.cloud-data.actions";
  public static final String ASSERTION_CLOUD_DATA_HARD_BINDING = "assertion.cloud-data.hardBinding";
  public static final String ASSERTION_CLOUD_DATA_MALFORMED = "assertion.cloud-data.malformed";
  public static final String ASSERTION_COLLECTION_HASH_INCORRECT_FILE_COUNT =
      "assertion.collectionHash.incorrectFileCount";
  public static final String ASSERTION_COLLECTION_HASH_INVALID_URI =
      "assertion.collectionHash.invalidURI";
  public static final String ASSERTION_COLLECTION_HASH_MALFORMED =
      "assertion.collectionHash.malformed";
  public static final String ASSERTION_COLLECTION_HASH_MATCH = "assertion.collectionHash.match";
  public static final String ASSERTION_COLLECTION_HASH_MISMATCH =
      "assertion.collectionHash.mismatch";
  public static final String ASSERTION_DATA_HASH_ADDITIONAL_EXCLUSIONS_PRESENT =
      "assertion.dataHash.additionalExclusionsPresent";
  public static final String ASSERTION_DATA_HASH_MALFORMED = "assertion.dataHash.malformed";
  public static final String ASSERTION_DATA_HASH_MATCH = "assertion.dataHash.match";
  public static final String ASSERTION_DATA_HASH_MISMATCH = "assertion.dataHash.mismatch";
  public static final String ASSERTION_DATA_HASH_REDACTED = "assertion.dataHash.redacted";
  public static final String ASSERTION_HASHED_URI_MATCH = "assertion.hashedURI.match";
  public static final String ASSERTION_HASHED_URI_MISMATCH = "assertion.hashedURI.mismatch";
  public static final String ASSERTION_INACCESSIBLE = "assertion.inaccessible";
  public static final String ASSERTION_INGREDIENT_MALFORMED = "assertion.ingredient.malformed";
  public static final String ASSERTION_JSON_INVALID = "assertion.json.invalid";
  public static final String ASSERTION_METADATA_DISALLOWED = "assertion.metadata.disallowed";
  public static final String ASSERTION_MISSING = "assertion.missing";
  public static final String ASSERTION_MULTIPLE_HARD_BINDINGS = "assertion.multipleHardBindings";
  public static final String ASSERTION_NOT_REDACTED = "assertion.notRedacted";
  public static final String ASSERTION_OUTSIDE_MANIFEST = "assertion.outsideManifest";
  public static final String ASSERTION_REQUIRED_MISSING = "assertion.required.missing";
  public static final String ASSERTION_SELF_REDACTED = "assertion.selfRedacted";
  public static final String ASSERTION_TIMESTAMP_MALFORMED = "assertion.timestamp.malformed";
  public static final String ASSERTION_UNDECLARED = "assertion.undeclared";
  public static final String CLAIM_CBOR_INVALID = "claim.cbor.invalid";
  public static final String CLAIM_HARD_BINDINGS_MISSING = "claim.hardBindings.missing";
  public static final String CLAIM_MALFORMED = "claim.malformed";
  public static final String CLAIM_MISSING = "claim.missing";
  public static final String CLAIM_MULTIPLE = "claim.multiple";
  public static final String CLAIM_REQUIRED_MISSING = "claim.required.missing";
  public static final String CLAIM_SIGNATURE_INSIDE_VALIDITY = "claimSignature.insideValidity";
  public static final String CLAIM_SIGNATURE_MISMATCH = "claimSignature.mismatch";
  public static final String CLAIM_SIGNATURE_MISSING = "claimSignature.missing";
  public static final String CLAIM_SIGNATURE_OUTSIDE_VALIDITY = "claimSignature.outsideValidity";
  public static final String CLAIM_SIGNATURE_VALIDATED = "claimSignature.validated";
  public static final String GENERAL_ERROR = "general.error";
  public static final String HASHED_URI_MISMATCH = "hashedURI.mismatch";
  public static final String HASHED_URI_MISSING = "hashedURI.missing";
  public static final String INGREDIENT_CLAIM_SIGNATURE_MISMATCH =
      "ingredient.claimSignature.mismatch";
  public static final String INGREDIENT_CLAIM_SIGNATURE_MISSING =
      "ingredient.claimSignature.missing";
  public static final String INGREDIENT_CLAIM_SIGNATURE_VALIDATED =
      "ingredient.claimSignature.validated";
  public static final String INGREDIENT_HASHED_URI_MISMATCH = "ingredient.hashedURI.mismatch";
  public static final String INGREDIENT_MANIFEST_MISMATCH = "ingredient.manifest.mismatch";
  public static final String INGREDIENT_MANIFEST_MISSING = "ingredient.manifest.missing";
  public static final String INGREDIENT_MANIFEST_VALIDATED = "ingredient.manifest.validated";
  public static final String INGREDIENT_UNKNOWN_PROVENANCE = "ingredient.unknownProvenance";
  public static final String MANIFEST_COMPRESSED_INVALID = "manifest.compressed.invalid";
  public static final String MANIFEST_INACCESSIBLE = "manifest.inaccessible";
  public static final String MANIFEST_MULTIPLE_PARENTS = "manifest.multipleParents";
  public static final String MANIFEST_TIMESTAMP_INVALID = "manifest.timestamp.invalid";
  public static final String MANIFEST_TIMESTAMP_WRONG_PARENTS = "manifest.timestamp.wrongParents";
  public static final String MANIFEST_UNKNOWN_PROVENANCE = "manifest.unknownProvenance";
  public static final String MANIFEST_UNREFERENCED = "manifest.unreferenced";
  public static final String MANIFEST_UPDATE_INVALID = "manifest.update.invalid";
  public static final String MANIFEST_UPDATE_WRONG_PARENTS = "manifest.update.wrongParents";
  public static final String SIGNING_CREDENTIAL_EXPIRED = "signingCredential.expired";
  public static final String SIGNING_CREDENTIAL_INVALID = "signingCredential.invalid";
  public static final String SIGNING_CREDENTIAL_OCSP_INACCESSIBLE =
      "signingCredential.ocsp.inaccessible";
  public static final String SIGNING_CREDENTIAL_OCSP_NOT_REVOKED =
      "signingCredential.ocsp.notRevoked";
  public static final String SIGNING_CREDENTIAL_OCSP_REVOKED = "signingCredential.ocsp.revoked";
  public static final String SIGNING_CREDENTIAL_OCSP_SKIPPED = "signingCredential.ocsp.skipped";
  public static final String SIGNING_CREDENTIAL_OCSP_UNKNOWN = "signingCredential.ocsp.unknown";
  public static final String SIGNING_CREDENTIAL_TRUSTED = "signingCredential.trusted";
  public static final String SIGNING_CREDENTIAL_UNTRUSTED = "signingCredential.untrusted";
  public static final String TIME_OF_SIGNING_INSIDE_VALIDITY = "timeOfSigning.insideValidity";
  public static final String TIME_STAMP_MALFORMED = "timeStamp.malformed";
  public static final String TIME_STAMP_MISMATCH = "timeStamp.mismatch";
  public static final String TIME_STAMP_OUTSIDE_VALIDITY = "timeStamp.outsideValidity";
  public static final String TIME_STAMP_TRUSTED = "timeStamp.trusted";
  public static final String TIME_STAMP_UNTRUSTED = "timeStamp.untrusted";
  public static final String TIME_STAMP_VALIDATED = "timeStamp.validated";

  /** {@code ingredient.manifest.missing} counts as recorded by other validators' software. */
  private static final Set<String> SUCCESSES =
      Set.of(
          CLAIM_SIGNATURE_VALIDATED,
          CLAIM_SIGNATURE_INSIDE_VALIDITY,
          SIGNING_CREDENTIAL_TRUSTED,
          SIGNING_CREDENTIAL_OCSP_NOT_REVOKED,
          TIME_STAMP_TRUSTED,
          TIME_STAMP_VALIDATED,
          ASSERTION_HASHED_URI_MATCH,
          ASSERTION_DATA_HASH_MATCH,
          ASSERTION_BMFF_HASH_MATCH,
          ASSERTION_ACCESSIBLE,
          ASSERTION_BOXES_HASH_MATCH,
          ASSERTION_COLLECTION_HASH_MATCH,
          INGREDIENT_MANIFEST_VALIDATED,
          INGREDIENT_MANIFEST_MISSING,
          INGREDIENT_CLAIM_SIGNATURE_VALIDATED);

  private static final Set<String> INFORMATIONAL =
      Set.of(
          SIGNING_CREDENTIAL_OCSP_SKIPPED,
          SIGNING_CREDENTIAL_OCSP_INACCESSIBLE,
          TIME_STAMP_UNTRUSTED,
          TIME_STAMP_OUTSIDE_VALIDITY,
          TIME_STAMP_MISMATCH,
          TIME_STAMP_MALFORMED,
          MANIFEST_UNKNOWN_PROVENANCE,
          ALGORITHM_DEPRECATED,
          TIME_OF_SIGNING_INSIDE_VALIDITY,
          INGREDIENT_UNKNOWN_PROVENANCE,
          ASSERTION_DATA_HASH_ADDITIONAL_EXCLUSIONS_PRESENT,
          ASSERTION_BMFF_HASH_ADDITIONAL_EXCLUSIONS_PRESENT);

  private StatusCode() {}

  /** The kind of a code that was recorded without one, as in ingredients; unknown ones fail. */
  public static Kind kindOf(String code) {
    if (SUCCESSES.contains(code)) {
      return Kind.SUCCESS;
    }
    return INFORMATIONAL.contains(code) ? Kind.INFORMATIONAL : Kind.FAILURE;
  }
}
