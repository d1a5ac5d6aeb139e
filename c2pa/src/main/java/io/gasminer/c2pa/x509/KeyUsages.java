package io.gasminer.c2pa.x509;

/** Owns the extended key usages of C2PA, as dotted numbers. */
public final class KeyUsages {
  public static final String EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.4";
  public static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
  public static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";
  public static final String DOCUMENT_SIGNING = "1.3.6.1.5.5.7.3.36";
  public static final String CLAIM_SIGNING = "1.3.6.1.4.1.62558.2.1";
  public static final String MICROSOFT_CLAIM_SIGNING = "1.3.6.1.4.1.311.76.59.1.9";
  static final String ANY = "2.5.29.37.0";

  private KeyUsages() {}
}
