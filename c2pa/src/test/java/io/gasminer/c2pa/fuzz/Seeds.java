package io.gasminer.c2pa.fuzz;

import io.gasminer.c2pa.C2paSigner;
import io.gasminer.c2pa.ClaimDraft;
import io.gasminer.c2pa.ClaimDraft.Software;
import io.gasminer.c2pa.PrivateAuthority;
import io.gasminer.c2pa.Samples;
import io.gasminer.c2pa.asset.Located;
import io.gasminer.c2pa.asset.MediaType;
import io.gasminer.c2pa.asset.PdfSamples;
import io.gasminer.c2pa.asset.Source;
import io.gasminer.c2pa.jumbf.JumbfParser;
import io.gasminer.c2pa.jumbf.Parsed;
import io.gasminer.c2pa.jumbf.Superbox;
import io.gasminer.c2pa.timestamp.TestTimeAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Owns well-formed input of every parser, made with the library's own signer. */
final class Seeds {
  static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  static final byte[] STAMPED = {1};

  private static final PrivateAuthority AUTHORITY = PrivateAuthority.create("Seed Authority", NOW);
  private static final TestTimeAuthority TIME = timeAuthority();
  private static final Map<String, byte[]> SIGNED = sign();

  private Seeds() {}

  static PrivateAuthority authority() {
    return AUTHORITY;
  }

  /** One signed asset of every container. */
  static List<byte[]> signed() {
    return List.copyOf(SIGNED.values());
  }

  static List<byte[]> signed(String... names) {
    return Stream.of(names).map(SIGNED::get).toList();
  }

  static List<byte[]> stores() {
    return SIGNED.values().stream().map(Seeds::storeOf).toList();
  }

  /** The CBOR of a store: claim, signature and assertions. */
  static List<byte[]> contents() {
    byte[] store = storeOf(signed("a.png").getFirst());
    if (!(JumbfParser.parse(store) instanceof Parsed.Tree(Superbox root))) {
      throw new IllegalStateException("the signer's own store is malformed");
    }
    List<byte[]> contents = new ArrayList<>();
    collect(store, root, contents);
    return contents;
  }

  static List<byte[]> certificates() {
    return List.of(AUTHORITY.root().der());
  }

  static List<byte[]> texts() {
    return List.of(AUTHORITY.rootPem().getBytes(StandardCharsets.UTF_8));
  }

  static List<byte[]> tokens() {
    return TIME.token(STAMPED).stream().toList();
  }

  static List<byte[]> documents() {
    byte[] store = storeOf(signed("a.png").getFirst());
    return List.of(PdfSamples.withTable(store), PdfSamples.withStreams(store));
  }

  /** Brotli: "Hello" as it is, and the same letter very often. */
  static List<byte[]> packed() {
    HexFormat hex = HexFormat.of();
    return List.of(hex.parseHex("0b028048656c6c6f03"), hex.parseHex("1b0f00f825224bb2a4"));
  }

  private static void collect(byte[] store, Superbox box, List<byte[]> contents) {
    box.content("cbor").ifPresent(content -> contents.add(content.payload().of(store)));
    box.superboxes().forEach(child -> collect(store, child, contents));
  }

  private static byte[] storeOf(byte[] asset) {
    try (Source source = Source.of(asset)) {
      if (MediaType.recognised(source).container().orElseThrow().locate(source)
          instanceof Located.Store store) {
        return store.bytes();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    throw new IllegalStateException("the signer left no store");
  }

  private static TestTimeAuthority timeAuthority() {
    try {
      return new TestTimeAuthority(NOW);
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Map<String, byte[]> sign() {
    C2paSigner signer = new C2paSigner(AUTHORITY.issue("Org", "Signer", NOW), TIME, new Random(21));
    ClaimDraft draft =
        ClaimDraft.generated(Software.of("seed", "1"), Software.of("model"), NOW)
            .withTitle("a seed");
    Map<String, byte[]> signed = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, byte[]> sample : Samples.every().entrySet()) {
        signed.put(sample.getKey(), signer.sign(sample.getValue(), draft));
      }
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
    return signed;
  }
}
