package io.gasminer.c2pa.fuzz;

import io.gasminer.c2pa.C2paReader;
import io.gasminer.c2pa.Forecast;
import io.gasminer.c2pa.ReadResult;
import io.gasminer.c2pa.asset.MediaType;
import io.gasminer.c2pa.cbor.CborDecoder;
import io.gasminer.c2pa.cbor.CborEncoder;
import io.gasminer.c2pa.cbor.Decoded;
import io.gasminer.c2pa.cose.ClaimSignature;
import io.gasminer.c2pa.jumbf.Inflation;
import io.gasminer.c2pa.jumbf.JumbfParser;
import io.gasminer.c2pa.rules.ReaderRules;
import io.gasminer.c2pa.timestamp.TimeStamp;
import io.gasminer.c2pa.x509.Certificate;
import io.gasminer.c2pa.x509.CertificateProfile;
import io.gasminer.c2pa.x509.OcspResponse;
import io.gasminer.c2pa.x509.Pem;
import io.gasminer.c2pa.x509.TrustStore;
import io.gasminer.c2pa.x509.Validity;
import io.gasminer.testkit.fuzz.FuzzTarget;
import io.gasminer.testkit.fuzz.FuzzTargets;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Owns what is fed with hostile bytes: each parser, and the whole reader. */
public final class C2paTargets implements FuzzTargets {
  private static final C2paReader WHOLE =
      new C2paReader(
          TrustStore.sn34().withAnchors(List.of(Seeds.authority().anchor())),
          InstantSource.fixed(Seeds.NOW));

  @Override
  public List<FuzzTarget> all() {
    return List.of(
        new FuzzTarget("cbor", Seeds::contents, C2paTargets::cbor),
        new FuzzTarget("jumbf", Seeds::stores, JumbfParser::parse),
        new FuzzTarget("cose", Seeds::contents, C2paTargets::cose),
        new FuzzTarget("certificate", Seeds::certificates, C2paTargets::certificate),
        new FuzzTarget("pem", Seeds::texts, C2paTargets::pem),
        new FuzzTarget("time-stamp", Seeds::tokens, C2paTargets::timeStamp),
        container(MediaType.PNG, "a.png"),
        container(MediaType.JPEG, "a.jpg"),
        container(MediaType.MP4, "a.mp4", "a.m4a", "a.mov", "a.heic", "a.avif"),
        container(MediaType.WEBP, "a.webp", "a.wav", "a.avi"),
        container(MediaType.GIF, "a.gif"),
        container(MediaType.TIFF, "a.tiff"),
        container(MediaType.MP3, "a.mp3", "a.flac"),
        container(MediaType.SVG, "a.svg", "metadata.svg"),
        container(MediaType.JPEG_XL, "a.jxl"),
        container(MediaType.BIG_TIFF, "big.tif"),
        new FuzzTarget("pdf", Seeds::documents, new ContainerWalk(MediaType.PDF)),
        new FuzzTarget("ocsp", Seeds::tokens, OcspResponse::parse),
        new FuzzTarget("brotli", Seeds::packed, bytes -> new Inflation().inflate(bytes)),
        new FuzzTarget("reader", Seeds::signed, C2paTargets::read));
  }

  private static FuzzTarget container(MediaType type, String... samples) {
    return new FuzzTarget(type.extension(), () -> Seeds.signed(samples), new ContainerWalk(type));
  }

  private static void cbor(byte[] bytes) {
    if (CborDecoder.decode(bytes) instanceof Decoded.Item(var value)) {
      CborEncoder.encode(value);
    }
  }

  private static void cose(byte[] bytes) {
    ClaimSignature.Claim claim =
        new ClaimSignature.Claim(new byte[] {1}, 2, Optional.of(Seeds.NOW), List.of(bytes));
    for (ReaderRules rules : ReaderRules.values()) {
      ClaimSignature.judge(
          bytes, claim, new ClaimSignature.Standard(TrustStore.sn34(), rules, Seeds.NOW));
    }
  }

  private static void certificate(byte[] bytes) {
    Certificate.hasOutline(bytes);
    Validity today = new Validity(Optional.empty(), Seeds.NOW);
    Certificate.parse(bytes)
        .ifPresent(certificate -> CertificateProfile.problem(certificate, Set.of(), today));
  }

  private static void pem(byte[] bytes) {
    Pem.read(new String(bytes, StandardCharsets.UTF_8));
  }

  private static void timeStamp(byte[] bytes) {
    new TimeStamp(bytes, Seeds.STAMPED)
        .judge(TimeStamp.Authority.TRUSTED, TrustStore.sn34(), Seeds.NOW);
  }

  private static void read(byte[] bytes) {
    Forecast both = WHOLE.forecast(bytes);
    for (ReadResult result : List.of(both.pinned(), both.newer())) {
      if (result instanceof ReadResult.Report(var report)) {
        report.json();
      }
    }
  }
}
