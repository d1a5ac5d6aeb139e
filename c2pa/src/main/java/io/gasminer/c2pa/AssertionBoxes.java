package io.gasminer.c2pa;

import io.gasminer.c2pa.AssertionDraft.Content;
import io.gasminer.c2pa.cbor.CborArray;
import io.gasminer.c2pa.cbor.CborEncoder;
import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborValue;
import io.gasminer.c2pa.jumbf.JumbfType;
import io.gasminer.c2pa.jumbf.JumbfWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Owns the assertion store of a new manifest while it is filled: its boxes, and the hashed URIs by
 * which the claim declares them. Of assertions with one label the second is instance 1.
 */
final class AssertionBoxes {
  private static final int BOX_HEADER = 8;

  private final List<byte[]> boxes = new ArrayList<>();
  private final List<CborMap> created = new ArrayList<>();
  private final List<CborMap> gathered = new ArrayList<>();
  private final Map<String, Integer> instances = new HashMap<>();

  /** Adds an assertion; the result is its hashed URI. */
  CborMap add(AssertionDraft assertion) {
    int instance = instances.merge(assertion.label(), 1, Integer::sum) - 1;
    String label = instance == 0 ? assertion.label() : assertion.label() + "__" + instance;
    byte[] box = box(label, assertion.content());
    MessageDigest digest = HardBinding.sha256();
    digest.update(box, BOX_HEADER, box.length - BOX_HEADER);
    CborMap reference =
        CborValue.map()
            .with("url", CborValue.of("self#jumbf=c2pa.assertions/" + label))
            .with("hash", CborValue.of(digest.digest()));
    boxes.add(box);
    (assertion.gathered() ? gathered : created).add(reference);
    return reference;
  }

  /** The assertion store. */
  byte[] store() {
    return JumbfWriter.superbox(
        JumbfType.ASSERTIONS, "c2pa.assertions", boxes.toArray(byte[][]::new));
  }

  CborArray created() {
    return CborValue.array(created);
  }

  CborArray gathered() {
    return CborValue.array(gathered);
  }

  CborArray all() {
    List<CborMap> all = new ArrayList<>(created);
    all.addAll(gathered);
    return CborValue.array(all);
  }

  private static byte[] box(String label, Content content) {
    return switch (content) {
      case Content.Cbor(CborValue value) ->
          superbox(JumbfType.CBOR, label, "cbor", CborEncoder.encode(value));
      case Content.Json json ->
          superbox(
              JumbfType.JSON,
              label,
              "json",
              json.value().toString().getBytes(StandardCharsets.UTF_8));
      case Content.File file ->
          JumbfWriter.superbox(
              JumbfType.EMBEDDED_FILE,
              label,
              JumbfWriter.content(
                  "bfdb",
                  new byte[1],
                  file.mediaType().getBytes(StandardCharsets.UTF_8),
                  new byte[1]),
              JumbfWriter.content("bidb", file.bytes()));
    };
  }

  private static byte[] superbox(String type, String label, String content, byte[] bytes) {
    return JumbfWriter.superbox(type, label, JumbfWriter.content(content, bytes));
  }
}
