package io.gasminer.c2pa;

import io.gasminer.c2pa.ClaimDraft.Binding;
import io.gasminer.c2pa.ClaimDraft.Software;
import io.gasminer.c2pa.ClaimDraft.Version;
import io.gasminer.c2pa.cbor.CborValue;
import io.gasminer.c2pa.manifest.Ingredient.Relationship;
import io.gasminer.c2pa.timestamp.TestTimeAuthority;
import io.gasminer.c2pa.x509.TrustStore;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signs media with everything that a claim can be made of, for readers to judge. */
final class SignedFeatures {
  static final Software TESTS = Software.of("the tests", "1.0");
  static final String COMPOSITE =
      "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia";

  private final Instant now;
  private final C2paSigner signer;
  private final C2paSigner stamping;
  private final C2paReader reader;
  private final Map<String, byte[]> signed = new LinkedHashMap<>();

  private SignedFeatures(PrivateAuthority authority, TestTimeAuthority time, Instant now) {
    this.now = now;
    this.signer = new C2paSigner(authority.issue("Org", "Signer", now), new Random(11));
    this.stamping = new C2paSigner(authority.issue("Org", "Signer", now), time, new Random(12));
    this.reader =
        new C2paReader(
            TrustStore.none().withAnchors(List.of(authority.anchor(), time.anchor())), () -> now);
  }

  /** By file name; all are to be trusted by whoever trusts both authorities. */
  static Map<String, byte[]> every(PrivateAuthority authority, TestTimeAuthority time, Instant now)
      throws Exception {
    SignedFeatures features = new SignedFeatures(authority, time, now);
    features.versions();
    features.assertions();
    features.ingredients();
    features.firstIngredients();
    features.bindings();
    features.updates();
    features.stamps();
    features.redaction();
    return features.signed;
  }

  private void versions() throws CannotSign {
    ClaimDraft draft =
        generated()
            .withAction(
                ActionDraft.of("c2pa.color_adjustments")
                    .by(Software.of("a painter", "2"))
                    .at(now)
                    .withParameter("com.example.contrast", CborValue.of(3)))
            .withAction(ActionDraft.of("c2pa.edited").withSourceType(COMPOSITE).because("taste"))
            .withTitle("several actions");
    signed.put("actions.png", signer.sign(Samples.png(), draft));
    signed.put("actions.mp4", signer.sign(Samples.mp4(), draft));
    signed.put("first.png", signer.sign(Samples.png(), draft.as(Version.FIRST)));
    signed.put("first.jpg", signer.sign(Samples.jpeg(), draft.as(Version.FIRST)));
    signed.put("first.mp4", signer.sign(Samples.mp4(), draft.as(Version.FIRST)));
  }

  private void assertions() throws CannotSign {
    ClaimDraft draft =
        generated()
            .withAssertion(AssertionDraft.thumbnail("image/jpeg", Samples.jpeg()))
            .withAssertion(
                AssertionDraft.cbor(
                    "com.example.facts", CborValue.map().with("seed", CborValue.of(42))))
            .withAssertion(
                AssertionDraft.cbor(
                    "com.example.facts", CborValue.map().with("seed", CborValue.of(43))))
            .withAssertion(AssertionDraft.json("com.example.json", json("{\"steps\": [1, 2.5]}")));
    AssertionDraft metadata =
        AssertionDraft.metadata(
            json(
                "{\"@context\": {\"exif\": \"http://ns.adobe.com/exif/1.0/\"},"
                    + " \"exif:GPSLatitude\": \"39,21.102N\"}"));
    AssertionDraft work =
        AssertionDraft.json(
            "stds.schema-org.CreativeWork",
            json(
                "{\"@context\": \"https://schema.org\", \"@type\": \"CreativeWork\","
                    + " \"author\": [{\"@type\": \"Person\", \"name\": \"Somebody\"}]}"));
    signed.put("assertions.jpg", signer.sign(Samples.jpeg(), draft.withAssertion(metadata)));
    signed.put(
        "gathered.mp4", signer.sign(Samples.mp4(), draft.withAssertion(metadata.asGathered())));
    signed.put(
        "assertions-first.jpg",
        signer.sign(Samples.jpeg(), draft.as(Version.FIRST).withAssertion(work)));
    signed.put(
        "thumbnail-first.mp4",
        signer.sign(
            Samples.mp4(),
            generated()
                .as(Version.FIRST)
                .withAssertion(AssertionDraft.thumbnail("image/png", Samples.png()))));
  }

  private void ingredients() throws CannotSign {
    byte[] png = signer.sign(Samples.png(), generated());
    byte[] mp4 = signer.sign(Samples.mp4(), generated());
    IngredientDraft parent = ingredient(Relationship.PARENT_OF, png);
    byte[] edited =
        signer.sign(
            png,
            ClaimDraft.edited(TESTS, parent).withAction(ActionDraft.of("c2pa.cropped").at(now)));
    signed.put("parent.png", edited);
    // The grandparent comes along with its child, and once more as a component.
    signed.put(
        "generations.jpg",
        signer.sign(
            Samples.jpeg(),
            ClaimDraft.edited(TESTS, ingredient(Relationship.PARENT_OF, edited))
                .withAction(
                    ActionDraft.placed(ingredient(Relationship.COMPONENT_OF, png)).at(now))));
    signed.put(
        "parent.mp4",
        signer.sign(mp4, ClaimDraft.edited(TESTS, ingredient(Relationship.PARENT_OF, mp4))));
    signed.put(
        "component.mp4",
        signer.sign(
            Samples.mp4(),
            generated()
                .withAction(ActionDraft.placed(ingredient(Relationship.COMPONENT_OF, png)))
                .withIngredient(ingredient(Relationship.INPUT_TO, mp4))));
    signed.put(
        "unsigned-parent.png",
        signer.sign(
            Samples.png(),
            ClaimDraft.edited(TESTS, ingredient(Relationship.PARENT_OF, Samples.png()))));
  }

  private void firstIngredients() throws CannotSign {
    byte[] png = signer.sign(Samples.png(), generated().as(Version.FIRST));
    IngredientDraft parent = ingredient(Relationship.PARENT_OF, png);
    signed.put(
        "parent-first.png", signer.sign(png, ClaimDraft.edited(TESTS, parent).as(Version.FIRST)));
    signed.put("parent-of-both-versions.png", signer.sign(png, ClaimDraft.edited(TESTS, parent)));
  }

  private void bindings() throws CannotSign {
    ClaimDraft boxes = generated().boundBy(Binding.BOXES);
    for (String name : List.of("a.png", "a.jpg", "a.gif")) {
      byte[] media = Samples.named(name);
      signed.put("boxes-" + name, signer.sign(media, boxes));
      byte[] once = signer.sign(media, generated().as(Version.FIRST));
      signed.put("boxes-again-" + name, signer.sign(once, boxes.as(Version.FIRST)));
    }
  }

  private void updates() throws CannotSign {
    for (String name : List.of("a.png", "a.jpg", "a.gif")) {
      for (Binding binding : List.of(Binding.USUAL, Binding.BOXES)) {
        byte[] once = signer.sign(Samples.named(name), generated().boundBy(binding));
        byte[] updated = signer.sign(once, update(once));
        signed.put("update-" + binding + "-" + name, updated);
        signed.put("update-twice-" + binding + "-" + name, signer.sign(updated, update(updated)));
      }
    }
  }

  private void stamps() throws CannotSign {
    ClaimDraft draft = generated();
    signed.put("stamped.png", stamping.sign(Samples.png(), draft));
    signed.put("stamped.mp4", stamping.sign(Samples.mp4(), draft));
    signed.put("stamped-first.png", stamping.sign(Samples.png(), draft.as(Version.FIRST)));
    signed.put("stamped-first.mp4", stamping.sign(Samples.mp4(), draft.as(Version.FIRST)));
  }

  private void redaction() throws CannotSign {
    AssertionDraft person =
        AssertionDraft.cbor("com.example.person", CborValue.map().with("n", CborValue.of("x")));
    for (String name : List.of("a.png", "a.mp4")) {
      byte[] once = signer.sign(Samples.named(name), generated().withAssertion(person));
      IngredientDraft parent =
          ingredient(Relationship.PARENT_OF, once)
              .redacting("com.example.person", "c2pa.PII.present");
      signed.put("redacted-" + name, signer.sign(once, ClaimDraft.edited(TESTS, parent)));
    }
  }

  private ClaimDraft update(byte[] asset) throws CannotSign {
    return ClaimDraft.update(TESTS, ingredient(Relationship.PARENT_OF, asset))
        .withAction(ActionDraft.of("c2pa.published").at(now.minus(Duration.ofMinutes(1))));
  }

  private IngredientDraft ingredient(Relationship relationship, byte[] asset) throws CannotSign {
    return IngredientDraft.of(relationship, asset, reader).withTitle("what it was made from");
  }

  private ClaimDraft generated() {
    return ClaimDraft.generated(TESTS, Software.of("gradient"), now).withModel("gradient-1");
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
