package io.gasminer.c2pa;

import io.gasminer.c2pa.AssertionDraft.Content;
import io.gasminer.c2pa.ClaimDraft.Binding;
import io.gasminer.c2pa.ClaimDraft.Version;
import io.gasminer.c2pa.asset.MediaType;
import io.gasminer.c2pa.cbor.CborEncoder;
import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.jumbf.JumbfType;
import io.gasminer.c2pa.jumbf.JumbfWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Owns the writing of a manifest store: the manifests of ingredients, then the new one with its
 * assertions, its claim and its signature. The same draft is written twice, first for its size.
 */
final class ManifestDraft {
  private final ClaimDraft draft;
  private final MediaType format;
  private final List<byte[]> copied;
  private final String label;
  private final String instance;

  ManifestDraft(ClaimDraft draft, MediaType format, RandomGenerator random) throws CannotSign {
    this.draft = draft;
    this.format = format;
    this.copied = copied(draft);
    this.label = (draft.version() == Version.FIRST ? "urn:uuid:" : "urn:c2pa:") + uuid(random);
    this.instance = "xmp:iid:" + uuid(random);
  }

  /** A manifest that several ingredients have is copied once. */
  private static List<byte[]> copied(ClaimDraft draft) throws CannotSign {
    Map<String, CopiedManifest> manifests = new LinkedHashMap<>();
    for (IngredientDraft ingredient : draft.ingredients()) {
      for (CopiedManifest manifest : ingredient.manifests()) {
        CopiedManifest first = manifests.computeIfAbsent(manifest.label(), absent -> manifest);
        if (!first.sameAs(manifest)) {
          throw new CannotSign(
              "two ingredients have different manifests of one name: " + manifest.label());
        }
      }
    }
    return manifests.values().stream().map(CopiedManifest::bytes).toList();
  }

  /** The store; its size depends only on the size of what the operator gives. */
  byte[] store(List<AssertionDraft> bindings, UnaryOperator<byte[]> signing) {
    AssertionBoxes assertions = assertions(bindings);
    byte[] claim = CborEncoder.encode(ClaimContent.of(draft, format, label, instance, assertions));
    boolean first = draft.version() == Version.FIRST;
    byte[] manifest =
        JumbfWriter.superbox(
            draft.binding() == Binding.PARENT ? JumbfType.UPDATE_MANIFEST : JumbfType.MANIFEST,
            label,
            assertions.store(),
            cbor(JumbfType.CLAIM, first ? "c2pa.claim" : "c2pa.claim.v2", claim),
            cbor(JumbfType.SIGNATURE, "c2pa.signature", signing.apply(claim)));
    List<byte[]> manifests = new ArrayList<>(copied);
    manifests.add(manifest);
    return JumbfWriter.superbox(JumbfType.STORE, "c2pa", manifests.toArray(byte[][]::new));
  }

  private AssertionBoxes assertions(List<AssertionDraft> bindings) {
    AssertionBoxes boxes = new AssertionBoxes();
    Map<IngredientDraft, CborMap> references = new LinkedHashMap<>();
    for (IngredientDraft ingredient : draft.ingredients()) {
      references.put(
          ingredient, boxes.add(IngredientContent.assertion(ingredient, draft.version())));
    }
    if (!draft.actions().isEmpty()) {
      boxes.add(ActionContent.assertion(draft, references));
    }
    draft.assertions().forEach(assertion -> boxes.add(versioned(assertion)));
    bindings.forEach(boxes::add);
    return boxes;
  }

  /** Version 1 tells a thumbnail's type in the label. */
  private AssertionDraft versioned(AssertionDraft assertion) {
    boolean thumbnail = assertion.label().equals(AssertionDraft.THUMBNAIL);
    if (draft.version() == Version.FIRST
        && thumbnail
        && assertion.content() instanceof Content.File file) {
      String type = file.mediaType().substring(file.mediaType().indexOf('/') + 1);
      return new AssertionDraft(assertion.label() + "." + type, file, false);
    }
    return assertion;
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
