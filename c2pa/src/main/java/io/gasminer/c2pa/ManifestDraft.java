package io.gasminer.c2pa;

import io.gasminer.c2pa.cbor.CborEncoder;
import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborTag;
import io.gasminer.c2pa.cbor.CborValue;
import io.gasminer.c2pa.jumbf.JumbfType;
import io.gasminer.c2pa.jumbf.JumbfWriter;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Owns the writing of a manifest store with one manifest of version 2: its actions, its hard
 * binding, its claim and its signature. The same draft is written twice, first for its size.
 */
final class ManifestDraft {
  private static final int BOX_HEADER = 8;
  private static final long DATE_TAG = 0;

  private final ClaimDraft draft;
  private final String binding;
  private final String label;
  private final String instance;

  /** A draft whose hard binding has that label. */
  ManifestDraft(ClaimDraft draft, String binding, RandomGenerator random) {
    this.draft = draft;
    this.binding = binding;
    this.label = "urn:c2pa:" + uuid(random);
    this.instance = "xmp:iid:" + uuid(random);
  }

  /** The store; its size depends only on the size of what the operator gives. */
  byte[] store(CborMap bound, UnaryOperator<byte[]> signing) {
    byte[] actions = assertion("c2pa.actions.v2", actions());
    byte[] hash = assertion(binding, bound);
    byte[] claim =
        CborEncoder.encode(
            claim(
                CborValue.array(reference("c2pa.actions.v2", actions), reference(binding, hash))));
    byte[] manifest =
        JumbfWriter.superbox(
            JumbfType.MANIFEST,
            label,
            JumbfWriter.superbox(JumbfType.ASSERTIONS, "c2pa.assertions", actions, hash),
            cbor(JumbfType.CLAIM, "c2pa.claim.v2", claim),
            cbor(JumbfType.SIGNATURE, "c2pa.signature", signing.apply(claim)));
    return JumbfWriter.superbox(JumbfType.STORE, "c2pa", manifest);
  }

  private CborMap claim(CborValue assertions) {
    CborMap claim =
        CborValue.map()
            .with("instanceID", CborValue.of(instance))
            .with("claim_generator_info", software(draft.generator()))
            .with("signature", CborValue.of("self#jumbf=/c2pa/" + label + "/c2pa.signature"))
            .with("created_assertions", assertions)
            .with("alg", CborValue.of("sha256"));
    return draft.title().map(title -> claim.with("dc:title", CborValue.of(title))).orElse(claim);
  }

  private CborMap actions() {
    String when = draft.when().truncatedTo(ChronoUnit.SECONDS).toString();
    CborTag date = CborValue.tag(DATE_TAG, CborValue.of(when));
    CborMap created =
        CborValue.map()
            .with("action", CborValue.of("c2pa.created"))
            .with("when", date)
            .with("softwareAgent", software(draft.agent()))
            .with("digitalSourceType", CborValue.of(draft.digitalSourceType()));
    CborMap whole =
        draft
            .model()
            .map(name -> CborValue.map().with("model_name", CborValue.of(name)))
            .map(parameters -> created.with("parameters", parameters))
            .orElse(created);
    return CborValue.map().with("actions", CborValue.array(whole));
  }

  private static CborMap software(ClaimDraft.Software software) {
    CborMap map = CborValue.map().with("name", CborValue.of(software.name()));
    return software
        .version()
        .map(version -> map.with("version", CborValue.of(version)))
        .orElse(map);
  }

  private static CborMap reference(String label, byte[] box) {
    var digest = HardBinding.sha256();
    digest.update(box, BOX_HEADER, box.length - BOX_HEADER);
    return CborValue.map()
        .with("url", CborValue.of("self#jumbf=c2pa.assertions/" + label))
        .with("hash", CborValue.of(digest.digest()));
  }

  private static byte[] assertion(String label, CborMap content) {
    return cbor(JumbfType.CBOR, label, CborEncoder.encode(content));
  }

  private static byte[] cbor(String type, String label, byte[] content) {
    return JumbfWriter.superbox(type, label, JumbfWriter.content("cbor", content));
  }

  /** A random UUID (RFC 9562 §5.4). */
  private static UUID uuid(RandomGenerator random) {
    long high = random.nextLong() & ~0xF000L | 0x4000L;
    long low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
