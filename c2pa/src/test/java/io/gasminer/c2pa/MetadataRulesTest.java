package io.gasminer.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.c2pa.ClaimDraft.Software;
import io.gasminer.c2pa.rules.ReaderRules;
import io.gasminer.c2pa.status.Status;
import io.gasminer.c2pa.x509.TrustStore;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Both versions' verdicts on metadata, as c2pa-rs 0.89.0 and 0.91.3 gave them on such files. */
class MetadataRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final String DISALLOWED = "assertion.metadata.disallowed";
  private static final String DC = "http://purl.org/dc/elements/1.1/";

  private final PrivateAuthority authority = PrivateAuthority.create("Authority", NOW);
  private final C2paSigner signer =
      new C2paSigner(authority.issue("Organisation", "Signer", NOW), new Random(1));

  @Test
  void fieldsOutsideTheAnnexAreDisallowedInTheStandardAssertionAlone() throws CannotSign {
    Map<String, Boolean> allowed = new LinkedHashMap<>();
    allowed.put(json("dc", DC, "dc:date"), true);
    allowed.put(json("dc", DC, "dc:title"), false);
    allowed.put(json("dc", DC, "dc:created"), false);
    allowed.put(json("dc", DC, "title"), false);
    allowed.put(json("dc", "http://a.example/", "dc:date"), false);
    allowed.put(json("exif", "http://ns.adobe.com/exif/1.0/", "exif:FNumber"), true);
    allowed.put(json("exif", "http://ns.adobe.com/exif/1.0/", "exif:Make"), false);
    allowed.put(json("exifEX", "http://cipa.jp/exif/2.32/", "exifEX:LensMake"), true);
    allowed.put(json("foo", "http://a.example/", "foo:bar"), false);
    Map<String, Boolean> found = new LinkedHashMap<>();
    for (String metadata : allowed.keySet()) {
      byte[] signed = signed(AssertionDraft.metadata(JsonMapper.shared().readTree(metadata)));
      found.put(metadata, !failures(ReaderRules.PINNED, signed).contains(DISALLOWED));
      assertThat(failures(ReaderRules.NEWER, signed)).as(metadata).isEmpty();
      JsonNode content = JsonMapper.shared().readTree(metadata);
      byte[] custom = signed(AssertionDraft.json("com.example.metadata", content));
      assertThat(failures(ReaderRules.PINNED, custom)).as(metadata).isEmpty();
    }
    assertThat(found).isEqualTo(allowed);
  }

  @Test
  void aPrefixThatTheContextDoesNotNameIsDisallowedUnderEveryLabel() throws CannotSign {
    JsonNode content = JsonMapper.shared().readTree(json("dc", DC, "exif:FNumber"));
    for (String label : List.of("c2pa.metadata", "com.example.metadata")) {
      byte[] signed = signed(AssertionDraft.json(label, content));
      assertThat(failures(ReaderRules.PINNED, signed)).as(label).containsExactly(DISALLOWED);
      assertThat(failures(ReaderRules.NEWER, signed)).as(label).isEmpty();
    }
  }

  @Test
  void aContextThatIsNotOfTextsCannotBeRead() throws CannotSign {
    JsonNode content = JsonMapper.shared().readTree("{\"@context\": {\"dc\": 1}}");
    byte[] signed = signed(AssertionDraft.metadata(content));
    for (ReaderRules rules : ReaderRules.values()) {
      assertThat(reader(rules).read(signed)).isInstanceOf(ReadResult.Unreadable.class);
    }
  }

  private static String json(String prefix, String address, String field) {
    return "{\"@context\": {\"%s\": \"%s\"}, \"%s\": \"x\"}".formatted(prefix, address, field);
  }

  private byte[] signed(AssertionDraft assertion) throws CannotSign {
    return signer.sign(
        Samples.png(),
        ClaimDraft.generated(Software.of("maker"), Software.of("model"), NOW)
            .withAssertion(assertion));
  }

  private List<String> failures(ReaderRules rules, byte[] signed) {
    return reader(rules).read(signed) instanceof ReadResult.Report(ValidationReport report)
        ? report.results().failures().stream().map(Status::code).toList()
        : List.of("no report");
  }

  private C2paReader reader(ReaderRules rules) {
    return new C2paReader(
        TrustStore.sn34().withAnchors(List.of(authority.anchor())), rules, () -> NOW);
  }
}
