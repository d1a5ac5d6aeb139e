package io.gasminer.c2pa.cose;

import io.gasminer.c2pa.cbor.CborEncoder;
import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborSimple;
import io.gasminer.c2pa.cbor.CborValue;
import io.gasminer.c2pa.x509.Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Owns the making of claim signatures of a size that is known before there is a claim
 * (specification §13.2). Thread-safe when its credential and its source of time are.
 */
public final class CoseSigner {
  private static final long TAG = 18;
  private static final int AROUND_TOKEN = 64;

  private final SigningCredential credential;
  private final Optional<TimeStampSource> time;
  private final byte[] protectedHeader;

  /** Signs with that credential; the time is attested where there is a source for it. */
  public CoseSigner(SigningCredential credential, Optional<TimeStampSource> time) {
    this.credential = credential;
    this.time = time;
    List<CborValue> chain =
        credential.chain().stream().map(Certificate::der).<CborValue>map(CborValue::of).toList();
    CborValue header = chain.size() == 1 ? chain.getFirst() : CborValue.array(chain);
    this.protectedHeader =
        CborEncoder.encode(
            CborValue.map().with(1, CborValue.of(credential.algorithm().label())).with(33, header));
  }

  /** The size of every signature in bytes. */
  public int size() {
    int bare = encode(CborValue.map(), new byte[credential.signatureSize()]).length;
    return bare + time.map(source -> source.longestToken() + AROUND_TOKEN).orElse(0);
  }

  /** The signature of a claim of version 2, as the content of its box. */
  public byte[] sign(byte[] claim) {
    byte[] signature = signature(claim);
    // The stamp is over the signature, so that it attests when there was one.
    return stamped("sigTst2", CborEncoder.encode(CborValue.of(signature)), signature);
  }

  /** The signature of a claim of version 1, whose time-stamp is over the claim. */
  public byte[] signFirst(byte[] claim) {
    return stamped("sigTst", claim, signature(claim));
  }

  private byte[] signature(byte[] claim) {
    return credential.sign(CoseSign1.structure("Signature1", protectedHeader, claim));
  }

  private byte[] stamped(String label, byte[] payload, byte[] signature) {
    byte[] structure = CoseSign1.structure("CounterSignature", protectedHeader, payload);
    CborMap open =
        time.flatMap(source -> source.token(structure))
            .map(token -> CborValue.map().with(label, container(token)))
            .orElse(CborValue.map());
    return padded(open, signature);
  }

  private static CborMap container(byte[] token) {
    CborMap wrapped = CborValue.map().with("val", CborValue.of(token));
    return CborValue.map().with("tstTokens", CborValue.array(wrapped));
  }

  private byte[] padded(CborMap open, byte[] signature) {
    int missing = size() - encode(open, signature).length;
    if (missing < 0) {
      throw new IllegalStateException("a time-stamp token longer than its source said");
    }
    if (missing == 0) {
      return encode(open, signature);
    }
    for (CborMap base : List.of(open, open.with("pad2", CborValue.of(new byte[0])))) {
      int room = size() - encode(base.with("pad", CborValue.of(new byte[0])), signature).length;
      for (int head = 0; head <= Integer.BYTES && head <= room; head++) {
        CborMap filled = base.with("pad", CborValue.of(new byte[room - head]));
        byte[] whole = encode(filled, signature);
        if (whole.length == size()) {
          return whole;
        }
      }
    }
    throw new IllegalStateException("no padding of " + missing + " bytes");
  }

  private byte[] encode(CborMap open, byte[] signature) {
    return CborEncoder.encode(
        CborValue.tag(
            TAG,
            CborValue.array(
                CborValue.of(protectedHeader), open, CborSimple.NULL, CborValue.of(signature))));
  }
}
