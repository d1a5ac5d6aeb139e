package io.gasminer.c2pa;

import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.spec.AlgorithmParameterSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A provider whose keys cannot be looked into, as those of hardware. */
final class OpaqueKeys extends Provider {
  private static final long serialVersionUID = 1L;

  /** Its keys show nothing of themselves. */
  private static final class Key implements PrivateKey {
    private static final long serialVersionUID = 1L;

    private final transient PrivateKey hidden;

    Key(PrivateKey hidden) {
      this.hidden = hidden;
    }

    @Override
    public String getAlgorithm() {
      return hidden.getAlgorithm();
    }

    @Override
    public @Nullable String getFormat() {
      return null;
    }

    @Override
    public byte @Nullable [] getEncoded() {
      return null;
    }
  }

  OpaqueKeys(List<String> algorithms) {
    super("OpaqueKeys", "1", "keys that show nothing");
    for (String algorithm : algorithms) {
      putService(
          new Service(this, "Signature", algorithm, Signing.class.getName(), null, null) {
            @Override
            public Object newInstance(@Nullable Object parameter) {
              return new Signing(algorithm);
            }

            @Override
            public boolean supportsParameter(Object parameter) {
              return parameter instanceof Key;
            }
          });
    }
  }

  static PrivateKey hide(PrivateKey key) {
    return new Key(key);
  }

  private static final class Signing extends SignatureSpi {
    private final Signature inner;

    Signing(String algorithm) {
      try {
        this.inner = Signature.getInstance(algorithm);
      } catch (java.security.NoSuchAlgorithmException absent) {
        throw new IllegalStateException(absent);
      }
    }

    @Override
    protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
      if (!(key instanceof Key opaque)) {
        throw new InvalidKeyException("not a key of this provider");
      }
      inner.initSign(opaque.hidden);
    }

    @Override
    protected void engineUpdate(byte[] bytes, int offset, int length) throws SignatureException {
      inner.update(bytes, offset, length);
    }

    @Override
    protected void engineUpdate(byte single) throws SignatureException {
      inner.update(single);
    }

    @Override
    protected byte[] engineSign() throws SignatureException {
      return inner.sign();
    }

    @Override
    protected void engineSetParameter(AlgorithmParameterSpec parameters)
        throws java.security.InvalidAlgorithmParameterException {
      inner.setParameter(parameters);
    }

    @Override
    protected void engineInitVerify(PublicKey key) {
      throw new UnsupportedOperationException("only signs");
    }

    @Override
    protected boolean engineVerify(byte[] signature) {
      throw new UnsupportedOperationException("only signs");
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {
      throw new UnsupportedOperationException(name);
    }

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
      throw new UnsupportedOperationException(name);
    }
  }
}
