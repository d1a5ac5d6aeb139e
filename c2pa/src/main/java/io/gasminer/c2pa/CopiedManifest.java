package io.gasminer.c2pa;

import io.gasminer.c2pa.asset.AssetDigest;
import io.gasminer.c2pa.cbor.CborDecoder;
import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborValue;
import io.gasminer.c2pa.jumbf.JumbfBox;
import io.gasminer.c2pa.jumbf.JumbfParser;
import io.gasminer.c2pa.jumbf.JumbfType;
import io.gasminer.c2pa.jumbf.JumbfWriter;
import io.gasminer.c2pa.jumbf.Parsed;
import io.gasminer.c2pa.jumbf.Superbox;
import io.gasminer.c2pa.manifest.JumbfUri;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Owns a manifest of an ingredient's store as it goes into a new one: byte by byte, but for
 * assertions that were redacted.
 */
final class CopiedManifest {
  private static final List<String> KEPT = List.of("c2pa.actions", "c2pa.hash.", "c2pa.ingredient");

  private final byte[] bytes;
  private final Superbox box;

  private CopiedManifest(byte[] bytes, Superbox box) {
    this.bytes = bytes;
    this.box = box;
  }

  /** The manifests of a store in their order. */
  static List<CopiedManifest> allOf(byte[] store) throws CannotSign {
    List<CopiedManifest> manifests = new ArrayList<>();
    for (Superbox box : parsed(store).superboxes()) {
      manifests.add(of(box.span().of(store)));
    }
    return manifests;
  }

  private static CopiedManifest of(byte[] bytes) throws CannotSign {
    if (Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt()) > bytes.length) {
      throw new CannotSign("the ingredient's manifests are malformed: a box is cut short");
    }
    return new CopiedManifest(bytes, parsed(bytes));
  }

  private static Superbox parsed(byte[] bytes) throws CannotSign {
    return switch (JumbfParser.parse(bytes)) {
      case Parsed.Tree(Superbox root) -> root;
      case Parsed.Malformed malformed ->
          throw new CannotSign("the ingredient's manifests are malformed: " + malformed.reason());
    };
  }

  String label() {
    return box.label();
  }

  byte[] bytes() {
    return bytes;
  }

  boolean sameAs(CopiedManifest other) {
    return Arrays.equals(bytes, other.bytes);
  }

  /** Whether its claim is of version 2. */
  boolean isSecond() {
    return claim().map(found -> !found.label().equals("c2pa.claim")).orElse(true);
  }

  /** The hashed URI of the manifest. */
  CborMap reference() {
    return reference(JumbfUri.manifest(label()), box);
  }

  /** The hashed URI of its signature. */
  Optional<CborMap> signatureReference() {
    return part(JumbfType.SIGNATURE).map(found -> reference(JumbfUri.signature(label()), found));
  }

  String uriOf(String assertion) {
    return JumbfUri.assertion(label(), assertion);
  }

  /** The same with one assertion taken out (specification §6.8). */
  CopiedManifest without(String assertion) throws CannotSign {
    if (KEPT.stream().anyMatch(assertion::startsWith)) {
      throw new CannotSign("the assertion may not be redacted: " + assertion);
    }
    Optional<Superbox> store = part(JumbfType.ASSERTIONS);
    if (store.flatMap(found -> found.child(assertion)).isEmpty()) {
      throw new CannotSign("there is no such assertion to redact: " + assertion);
    }
    List<byte[]> parts = new ArrayList<>();
    parts.add(box.description().span().of(bytes));
    for (JumbfBox child : box.children()) {
      boolean shorter = child.span().equals(store.get().span());
      parts.add(shorter ? without(assertion, store.get()) : child.span().of(bytes));
    }
    return of(JumbfWriter.content("jumb", parts.toArray(byte[][]::new)));
  }

  private byte[] without(String assertion, Superbox store) {
    List<byte[]> parts = new ArrayList<>();
    parts.add(store.description().span().of(bytes));
    for (JumbfBox child : store.children()) {
      if (!(child instanceof Superbox inner && inner.label().equals(assertion))) {
        parts.add(child.span().of(bytes));
      }
    }
    return JumbfWriter.content("jumb", parts.toArray(byte[][]::new));
  }

  private Optional<Superbox> claim() {
    return part(JumbfType.CLAIM);
  }

  private Optional<Superbox> part(String type) {
    return box.superboxes().stream()
        .filter(child -> child.description().uuid().equals(type))
        .findFirst();
  }

  /** Readers take the algorithm of the claim that is referred to. */
  private CborMap reference(String uri, Superbox target) {
    String algorithm = algorithm();
    MessageDigest digest = AssetDigest.named(algorithm).orElseGet(HardBinding::sha256);
    digest.update(bytes, target.hashed().offset(), target.hashed().length());
    CborMap reference =
        CborValue.map().with("url", CborValue.of(uri)).with("hash", CborValue.of(digest.digest()));
    return algorithm.equals("sha256") ? reference : reference.with("alg", CborValue.of(algorithm));
  }

  private String algorithm() {
    return claim()
        .flatMap(found -> found.content("cbor"))
        .flatMap(content -> CborDecoder.decode(bytes, content.payload()).item())
        .flatMap(CborValue::asMap)
        .flatMap(map -> map.get("alg"))
        .flatMap(CborValue::asText)
        .filter(name -> AssetDigest.named(name).isPresent())
        .orElse("sha256");
  }
}
