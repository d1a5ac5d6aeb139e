package io.gasminer.c2pa.x509;

/** Owns the object identifiers of algorithms, as dotted numbers. */
final class Oids {
  static final String SHA256_WITH_RSA = "1.2.840.113549.1.1.11";
  static final String SHA384_WITH_RSA = "1.2.840.113549.1.1.12";
  static final String SHA512_WITH_RSA = "1.2.840.113549.1.1.13";
  static final String RSASSA_PSS = "1.2.840.113549.1.1.10";
  static final String RSA = "1.2.840.113549.1.1.1";
  static final String EC = "1.2.840.10045.2.1";
  static final String ECDSA_SHA256 = "1.2.840.10045.4.3.2";
  static final String ECDSA_SHA384 = "1.2.840.10045.4.3.3";
  static final String ECDSA_SHA512 = "1.2.840.10045.4.3.4";
  static final String ED25519 = "1.3.101.112";
  static final String SHA1 = "1.3.14.3.2.26";
  static final String SHA256 = "2.16.840.1.101.3.4.2.1";
  static final String SHA384 = "2.16.840.1.101.3.4.2.2";
  static final String SHA512 = "2.16.840.1.101.3.4.2.3";
  static final String P256 = "1.2.840.10045.3.1.7";
  static final String P384 = "1.3.132.0.34";
  static final String P521 = "1.3.132.0.35";

  private Oids() {}
}
