package io.gasminer.c2pa.timestamp;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
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
record StampContent(
    byte[] content, Instant time, Duration accuracy, String imprintAlgorithm, byte[] imprint) {
  private static final String TST_INFO = "1.2.840.113549.1.9.16.1.4";

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuuMMddHHmmss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendLiteral('Z')
          .toFormatter(Locale.ROOT);

  static Optional<StampContent> of(ContentInfo info) {
    try {
      if (!info.getContentType().getId().equals(TST_INFO)) {
        return Optional.empty();
      }
      byte[] content = ASN1OctetString.getInstance(info.getContent()).getOctets();
      TSTInfo stated = TSTInfo.getInstance(content);
      return Optional.of(
          new StampContent(
              content,
              time(stated.getGenTime()),
              accuracy(stated.getAccuracy()),
              stated.getMessageImprint().getHashAlgorithm().getAlgorithm().getId(),
              stated.getMessageImprint().getHashedMessage()));
    } catch (RuntimeException malformed) {
      // The ASN.1 reader answers hostile bytes with many kinds of unchecked exceptions.
      return Optional.empty();
    }
  }

  /** To the last digit, which Date cuts. */
  private static Instant time(ASN1GeneralizedTime stated) {
    return LocalDateTime.parse(stated.getTimeString(), TIME).toInstant(ZoneOffset.UTC);
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
