package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.asset.AssetDigest;
import io.gasminer.c2pa.cbor.CborDecoder;
import io.gasminer.c2pa.cbor.CborValue;
import io.gasminer.c2pa.jumbf.ContentBox;
import io.gasminer.c2pa.jumbf.JumbfBox;
import io.gasminer.c2pa.jumbf.JumbfType;
import io.gasminer.c2pa.jumbf.Superbox;
import io.gasminer.c2pa.manifest.Assertion.Content;
import io.gasminer.c2pa.manifest.Assertion.Origin;
import io.gasminer.c2pa.status.StatusCode;
import io.gasminer.c2pa.status.StatusLog;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns the reading of an assertion store. An assertion that the claim does not declare makes the
 * manifest unreadable; one whose content does not parse is kept and told.
 */
final class AssertionParser {
  private static final int MOST = 10_000;
  private static final int MOST_REDACTIONS = 1_000;
  private static final String REDACTION = "caa98eee9d4df80e86ad4dffca263973";

  private final byte[] source;
  private final String manifest;
  private final Claim claim;
  private final StatusLog log;

  AssertionParser(byte[] source, String manifest, Claim claim, StatusLog log) {
    this.source = source;
    this.manifest = manifest;
    this.claim = claim;
    this.log = log;
  }

  List<Assertion> parse(List<Superbox> boxes) throws Unreadable {
    // Declarations and redactions are compared with assertions one by one.
    if (boxes.size() > MOST
        || claim.assertions().size() > MOST
        || claim.redactions().size() > MOST_REDACTIONS) {
      throw new Unreadable("too many assertions");
    }
    List<Assertion> assertions = new ArrayList<>();
    for (Superbox box : boxes) {
      assertions.add(assertion(box, assertions.isEmpty()));
    }
    return assertions;
  }

  private Assertion assertion(Superbox box, boolean first) throws Unreadable {
    AssertionLabel label = AssertionLabel.of(box.label());
    String sought = label.text();
    Optional<HashedUri> created = declaration(claim.created(), sought);
    Optional<HashedUri> declared = created.or(() -> declaration(claim.gathered(), sought));
    if (declared.isEmpty()) {
      log.failure(StatusCode.ASSERTION_MISSING, box.label(), "error loading assertion");
      throw new Unreadable("an assertion that the claim does not declare: " + box.label());
    }
    Content content = content(box, label);
    String algorithm = declared.get().algorithm().orElse(claim.algorithm());
    Optional<MessageDigest> digest = AssetDigest.named(algorithm);
    byte[] hash = new byte[0];
    if (digest.isPresent()) {
      // Before version 1.0 the content alone was hashed; such manifests are not read.
      if (first && Arrays.equals(digest.get().digest(content.bytes()), declared.get().hash())) {
        throw new Unreadable("a manifest from before version 1.0 of the specification");
      }
      digest.get().update(source, box.hashed().offset(), box.hashed().length());
      hash = digest.get().digest();
    }
    Origin origin =
        claim.version() == 1
            ? Origin.FIRST_VERSION
            : created.isPresent() ? Origin.CREATED : Origin.GATHERED;
    return new Assertion(label, origin, hash, content);
  }

  private static Optional<HashedUri> declaration(List<HashedUri> declared, String label) {
    return declared.stream().filter(uri -> uri.url().contains(label)).findFirst();
  }

  private Content content(Superbox box, AssertionLabel label) throws Unreadable {
    return switch (box.description().uuid()) {
      case JumbfType.JSON -> json(payload(box, 0, "json"), box.label());
      case JumbfType.CBOR -> cbor(payload(box, 0, "cbor"), box.label());
      case JumbfType.EMBEDDED_FILE -> {
        String type = mediaType(payload(box, 0, "bfdb"));
        yield new Content.EmbeddedFile(type, payload(box, 1, "bidb"));
      }
      case JumbfType.UUID -> uuid(payload(box, 0, "uuid"), label);
      default -> throw new Unreadable("an assertion of an unknown type: " + box.label());
    };
  }

  private Content json(byte[] bytes, String label) throws Unreadable {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException notText) {
      throw new Unreadable("a JSON assertion that is not text: " + label);
    }
    try {
      JsonNode value = JsonMapper.shared().readTree(bytes);
      return new Content.Json(bytes, Optional.of(value));
    } catch (JacksonException malformed) {
      log.failure(StatusCode.ASSERTION_JSON_INVALID, label, "invalid assertion json");
      return new Content.Json(bytes, Optional.empty());
    }
  }

  private Content cbor(byte[] bytes, String label) {
    Optional<CborValue> value = CborDecoder.decode(bytes).item();
    if (value.isEmpty()) {
      log.failure(StatusCode.ASSERTION_CBOR_INVALID, label, "invalid assertion cbor");
    }
    return new Content.Cbor(bytes, value);
  }

  private Content uuid(byte[] bytes, AssertionLabel label) throws Unreadable {
    if (bytes.length < 16) {
      throw new Unreadable("a UUID box that is too short");
    }
    String type = HexFormat.of().formatHex(bytes, 0, 16);
    Content content = new Content.Uuid(type, Arrays.copyOfRange(bytes, 16, bytes.length));
    Assertion redacted = new Assertion(label, Origin.CREATED, new byte[0], content);
    if (type.equals(REDACTION) && !redacted.isBlank()) {
      log.failure(
          StatusCode.ASSERTION_NOT_REDACTED,
          JumbfUri.assertion(manifest, label.text()),
          "redacted assertion data must be zeros or empty");
    }
    return content;
  }

  private byte[] payload(Superbox box, int index, String type) throws Unreadable {
    List<JumbfBox> children = StoreParser.known(box);
    if (index < children.size()
        && children.get(index) instanceof ContentBox content
        && content.type().equals(type)) {
      return content.payload().of(source);
    }
    throw new Unreadable("an assertion without its content: " + box.label());
  }

  /** One byte of toggles, then the type up to a zero. */
  private static String mediaType(byte[] description) {
    int end = 1;
    while (end < description.length && description[end] != 0) {
      end++;
    }
    return description.length < 2
        ? ""
        : new String(description, 1, end - 1, StandardCharsets.UTF_8);
  }
}
