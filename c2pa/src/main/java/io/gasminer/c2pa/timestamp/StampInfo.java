package io.gasminer.c2pa.timestamp;

import java.math.BigInteger;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.tsp.Accuracy;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.jspecify.annotations.Nullable;

/**
 * Owns what a token says (TSTInfo, RFC 3161 §2.4.2).
 *
 * @param content the TSTInfo in DER, as it lay
 * @param imprintAlgorithm an object identifier
 */
record StampInfo(
    byte[] content, Instant time, Duration accuracy, String imprintAlgorithm, byte[] imprint) {
  private static final String TST_INFO = "1.2.840.113549.1.9.16.1.4";

  static Optional<StampInfo> of(ContentInfo info) {
    try {
      if (!info.getContentType().getId().equals(TST_INFO)) {
        return Optional.empty();
      }
      byte[] content = ASN1OctetString.getInstance(info.getContent()).getOctets();
      TSTInfo stated = TSTInfo.getInstance(content);
      return Optional.of(
          new StampInfo(
              content,
              stated.getGenTime().getDate().toInstant(),
              accuracy(stated.getAccuracy()),
              stated.getMessageImprint().getHashAlgorithm().getAlgorithm().getId(),
              stated.getMessageImprint().getHashedMessage()));
    } catch (ParseException | RuntimeException malformed) {
      // The ASN.1 reader answers hostile bytes with many kinds of unchecked exceptions.
      return Optional.empty();
    }
  }

  /** In whole seconds, rounded up, as the reader allows them. */
  private static Duration accuracy(@Nullable Accuracy stated) {
    if (stated == null) {
      return Duration.ZERO;
    }
    long seconds = number(stated.getSeconds());
    boolean fraction = number(stated.getMillis()) + number(stated.getMicros()) > 0;
    return Duration.ofSeconds(Math.min(seconds, Integer.MAX_VALUE) + (fraction ? 1 : 0));
  }

  private static long number(@Nullable ASN1Integer value) {
    return value == null ? 0 : value.getValue().max(BigInteger.ZERO).longValue();
  }
}
