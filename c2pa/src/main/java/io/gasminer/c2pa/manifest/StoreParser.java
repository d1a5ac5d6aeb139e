package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.asset.AssetDigest;
import io.gasminer.c2pa.jumbf.ContentBox;
import io.gasminer.c2pa.jumbf.JumbfBox;
import io.gasminer.c2pa.jumbf.JumbfParser;
import io.gasminer.c2pa.jumbf.JumbfType;
import io.gasminer.c2pa.jumbf.Parsed;
import io.gasminer.c2pa.jumbf.Superbox;
import io.gasminer.c2pa.rules.ReaderRules;
import io.gasminer.c2pa.status.StatusCode;
import io.gasminer.c2pa.status.StatusLog;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Owns the reading of a manifest store from JUMBF (specification §11.1.4). */
final class StoreParser {
  private static final Set<String> KNOWN_BOXES =
      Set.of(
          "c2pa.assertions", "c2pa.claim", "c2pa.signature", "c2pa.credentials", "c2pa.databoxes");

  private final byte[] source;
  private final ReaderRules rules;
  private final StatusLog log;

  private StoreParser(byte[] source, ReaderRules rules, StatusLog log) {
    this.source = source;
    this.rules = rules;
    this.log = log;
  }

  static ManifestStore parse(byte[] source, ReaderRules rules, StatusLog log) throws Unreadable {
    return switch (JumbfParser.parse(source)) {
      case Parsed.Tree tree -> new StoreParser(source, rules, log).store(tree.root());
      case Parsed.Malformed malformed ->
          throw new Unreadable("the manifest store is malformed: " + malformed.reason());
    };
  }

  private ManifestStore store(Superbox root) throws Unreadable {
    if (!root.description().uuid().equals(JumbfType.STORE)) {
      throw new Unreadable("the JUMBF is no manifest store");
    }
    List<Manifest> manifests = new ArrayList<>();
    for (Superbox box : superboxesOnly(root)) {
      String type = box.description().uuid();
      if (type.equals(JumbfType.COMPRESSED_MANIFEST)) {
        throw new Unreadable("compressed manifests are not supported");
      }
      if (type.equals(JumbfType.MANIFEST) || type.equals(JumbfType.UPDATE_MANIFEST)) {
        manifests.add(manifest(box));
      }
    }
    return new ManifestStore(manifests);
  }

  private Manifest manifest(Superbox box) throws Unreadable {
    List<Superbox> parts = superboxesOnly(box);
    checkParts(parts);
    Superbox claimBox = last(parts, JumbfType.CLAIM, "the manifest has no claim");
    if (versionOf(claimBox.label()) > 2) {
      throw new Unreadable("a claim of a later version");
    }
    if (known(claimBox).size() > 1) {
      throw new Unreadable("a claim box with more than one content");
    }
    byte[] claimBytes = cbor(claimBox);
    Superbox signatureBox = last(parts, JumbfType.SIGNATURE, "the manifest has no signature");
    final byte[] signature = cbor(signatureBox);
    Claim claim = claim(claimBytes);
    if (claim.algorithm().isEmpty()) {
      log.failure(StatusCode.ALGORITHM_UNSUPPORTED, box.label(), "the claim names no algorithm");
      throw new Unreadable("the claim names no algorithm");
    }
    if (claim.version() > 1 && versionOf(claimBox.label()) > claim.version()) {
      throw new Unreadable("a claim that is not of its label's version");
    }
    Superbox store = last(parts, JumbfType.ASSERTIONS, "the manifest has no assertion store");
    AssertionParser assertions = new AssertionParser(source, box.label(), claim, log);
    return new Manifest(
        box.label(),
        box.description().uuid().equals(JumbfType.UPDATE_MANIFEST),
        claim,
        signature,
        assertions.parse(superboxesOnly(store)),
        dataBoxes(parts),
        digest(claim.algorithm(), box),
        digest(claim.algorithm(), signatureBox));
  }

  private void checkParts(List<Superbox> parts) throws Unreadable {
    int claims = 0;
    for (Superbox part : parts) {
      claims += part.description().uuid().equals(JumbfType.CLAIM) ? 1 : 0;
      if (claims > 1) {
        log.failure(StatusCode.CLAIM_MULTIPLE, "JUMBF", "more than one claim box");
        throw new Unreadable("more than one claim box");
      }
      if (rules.knowsAllBoxes() && !KNOWN_BOXES.contains(withoutVersion(part.label()))) {
        log.failure(StatusCode.CLAIM_MULTIPLE, "JUMBF", "unrecognized manifest box");
      }
    }
  }

  private Claim claim(byte[] bytes) throws Unreadable {
    try {
      return ClaimParser.parse(bytes, rules);
    } catch (Unreadable malformed) {
      log.failure(StatusCode.CLAIM_MALFORMED, "c2pa.claim", malformed.reason());
      throw malformed;
    }
  }

  private Set<String> dataBoxes(List<Superbox> parts) throws Unreadable {
    Set<String> labels = new HashSet<>();
    for (Superbox part : parts) {
      if (part.description().uuid().equals(JumbfType.DATA_BOXES)) {
        for (Superbox box : superboxesOnly(part)) {
          labels.add(box.label());
        }
      }
    }
    return labels;
  }

  private byte[] digest(String algorithm, Superbox box) {
    Optional<MessageDigest> digest = AssetDigest.named(algorithm);
    if (digest.isEmpty()) {
      return new byte[0];
    }
    digest.get().update(source, box.hashed().offset(), box.hashed().length());
    return digest.get().digest();
  }

  private byte[] cbor(Superbox box) throws Unreadable {
    List<JumbfBox> content = known(box);
    if (content.isEmpty()
        || !(content.getFirst() instanceof ContentBox first)
        || !first.type().equals("cbor")) {
      throw new Unreadable("a box without CBOR: " + box.label());
    }
    return first.payload().of(source);
  }

  /** The children that count: boxes of unknown types are passed over. */
  static List<JumbfBox> known(Superbox box) {
    Set<String> types = Set.of("json", "cbor", "free", "jp2c", "brob", "uuid", "bfdb", "bidb");
    return box.children().stream()
        .filter(child -> !(child instanceof ContentBox content) || types.contains(content.type()))
        .toList();
  }

  /** The children, all of which must be superboxes. */
  private static List<Superbox> superboxesOnly(Superbox box) throws Unreadable {
    if (known(box).size() != box.superboxes().size()) {
      throw new Unreadable("content where only superboxes may be: " + box.label());
    }
    return box.superboxes();
  }

  private static Superbox last(List<Superbox> boxes, String type, String otherwise)
      throws Unreadable {
    return boxes.reversed().stream()
        .filter(box -> box.description().uuid().equals(type))
        .findFirst()
        .orElseThrow(() -> new Unreadable(otherwise));
  }

  private static String withoutVersion(String label) {
    return label.matches(".*\\.v[0-9]") ? label.substring(0, label.length() - 3) : label;
  }

  private static int versionOf(String label) {
    return new AssertionLabel(label, 0).version();
  }
}
