package io.gasminer.c2pa.cose;

import io.gasminer.c2pa.cbor.CborArray;
import io.gasminer.c2pa.cbor.CborBytes;
import io.gasminer.c2pa.cbor.CborDecoder;
import io.gasminer.c2pa.cbor.CborEncoder;
import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborSimple;
import io.gasminer.c2pa.cbor.CborTag;
import io.gasminer.c2pa.cbor.CborValue;
import io.gasminer.c2pa.cbor.Decoded;
import io.gasminer.c2pa.cbor.Span;
import io.gasminer.c2pa.x509.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Owns a COSE_Sign1 (RFC 9052 §4.2) with a detached payload: its headers and its signature.
 * Immutable.
 */
public final class CoseSign1 {
  private static final long TAG = 18;
  private static final long ALGORITHM = 1;
  private static final long CHAIN = 33;
  private static final String CHAIN_NAME = "x5chain";

  private final byte[] protectedBytes;
  private final CborMap protectedHeader;
  private final CborMap unprotectedHeader;
  private final byte[] signature;

  CoseSign1(
      byte[] protectedBytes, CborMap protectedHeader, CborMap unprotectedHeader, byte[] signature) {
    this.protectedBytes = protectedBytes;
    this.protectedHeader = protectedHeader;
    this.unprotectedHeader = unprotectedHeader;
    this.signature = signature;
  }

  /** Reads the tagged form, which C2PA demands; empty where the bytes are something else. */
  public static Optional<CoseSign1> parse(byte[] bytes) {
    return CborDecoder.decode(bytes)
        .item()
        .filter(item -> item instanceof CborTag tag && tag.number() == TAG)
        .flatMap(item -> ((CborTag) item).content().asList())
        .flatMap(CoseSign1::of);
  }

  /** Reads either form; for signatures outside claims. */
  public static Optional<CoseSign1> parseUntagged(byte[] bytes) {
    return CborDecoder.decode(bytes)
        .item()
        .filter(CborArray.class::isInstance)
        .flatMap(CborValue::asList)
        .flatMap(CoseSign1::of)
        .or(() -> parse(bytes));
  }

  private static Optional<CoseSign1> of(List<CborValue> items) {
    if (items.size() != 4
        || !(items.get(0) instanceof CborBytes wrapped)
        || !(items.get(1) instanceof CborMap open)
        || !isPayload(items.get(2))
        || !(items.get(3) instanceof CborBytes signature)) {
      return Optional.empty();
    }
    return header(wrapped.value())
        .map(inner -> new CoseSign1(wrapped.value(), inner, open, signature.value()));
  }

  /** A claim's signature has none of its own; one that is there is passed over. */
  private static boolean isPayload(CborValue item) {
    return item instanceof CborBytes || (item instanceof CborSimple simple && simple.code() == 22);
  }

  private static Optional<CborMap> header(byte[] wrapped) {
    if (wrapped.length == 0) {
      return Optional.of(new CborMap(List.of(), Span.NONE));
    }
    return CborDecoder.decode(wrapped) instanceof Decoded.Item(CborMap map)
        ? Optional.of(map)
        : Optional.empty();
  }

  /** The algorithm of the protected header, where it is one that C2PA allows. */
  public Optional<SigningAlgorithm> algorithm() {
    return protectedHeader.get(ALGORITHM).flatMap(CborValue::asLong).flatMap(SigningAlgorithm::of);
  }

  /**
   * The certificates in DER, the signer's first. They lie in the protected header under the number
   * or the name, or in the unprotected one under the name; in both under the name counts as none.
   */
  public List<byte[]> chain() {
    Optional<CborValue> inner =
        protectedHeader.get(CHAIN).or(() -> protectedHeader.get(CHAIN_NAME));
    List<byte[]> outer =
        unprotectedHeader.get(CHAIN_NAME).map(CoseSign1::certificates).orElse(List.of());
    if (inner.isEmpty()) {
      return outer;
    }
    return outer.isEmpty() ? certificates(inner.get()) : List.of();
  }

  private static List<byte[]> certificates(CborValue value) {
    List<byte[]> certificates = new ArrayList<>();
    switch (value) {
      case CborBytes single -> certificates.add(single.value());
      case CborArray several ->
          several.items().forEach(item -> item.asBytes().ifPresent(certificates::add));
      default -> {}
    }
    return certificates;
  }

  /** The value of a text label in the unprotected header, such as {@code sigTst2}. */
  public Optional<CborValue> unprotected(String label) {
    return unprotectedHeader.get(label);
  }

  /** The OCSP responses that came along with the signature (specification §15.9). */
  public List<CborValue> revocationValues() {
    return unprotectedHeader
        .get("rVals")
        .flatMap(CborValue::asMap)
        .flatMap(values -> values.get("ocspVals"))
        .flatMap(CborValue::asList)
        .orElse(List.of());
  }

  /** Whether the first certificate's key signed that payload, whoever that is. */
  public boolean isOver(byte[] payload) {
    Optional<byte[]> key =
        chain().stream().findFirst().flatMap(Certificate::parse).map(Certificate::publicKeyDer);
    return algorithm()
        .flatMap(name -> key.map(one -> name.holds(one, toBeSigned(payload), signature)))
        .orElse(false);
  }

  /** The signature: r | s for ECDSA. */
  public byte[] signature() {
    return signature.clone();
  }

  /** What is signed (RFC 9052 §4.4). */
  public byte[] toBeSigned(byte[] payload) {
    return structure("Signature1", protectedBytes, payload);
  }

  /** What a time-stamp's imprint covers: the claim in {@code sigTst}, as in claims of version 1. */
  public byte[] stampedByClaim(byte[] claim) {
    return structure("CounterSignature", protectedBytes, claim);
  }

  /** What a time-stamp's imprint covers in {@code sigTst2}: the signature as a CBOR string. */
  public byte[] stampedBySignature() {
    byte[] payload = CborEncoder.encode(CborValue.of(signature));
    return structure("CounterSignature", protectedBytes, payload);
  }

  static byte[] structure(String context, byte[] protectedBytes, byte[] payload) {
    return CborEncoder.encode(
        CborValue.array(
            CborValue.of(context),
            CborValue.of(protectedBytes),
            CborValue.of(new byte[0]),
            CborValue.of(payload)));
  }
}
