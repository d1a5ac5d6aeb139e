package io.gasminer.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.c2pa.asset.MediaType;
import io.gasminer.c2pa.x509.Certificate;
import io.gasminer.c2pa.x509.CertificateRequest;
import io.gasminer.c2pa.x509.Pem;
import io.gasminer.c2pa.x509.TrustAnchor;
import io.gasminer.c2pa.x509.TrustStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the official library signs, in every container that it can sign, read by ours. */
class OfficialSignerTest {
  private static final String SIGN =
      """
      import json, pathlib, sys, c2pa
      cert, key, anchors, media, target = sys.argv[1:]
      manifest = {"claim_generator_info": [{"name": "official", "version": "1"}],
          "title": "a title", "assertions": [
          {"label": "c2pa.actions.v2", "data": {"actions": [{"action": "c2pa.created",
           "digitalSourceType":
             "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"}]}},
          {"label": "com.example.facts", "data": {"seed": 42, "steps": ["one", "two"]}}]}
      info = c2pa.C2paSignerInfo(b"es256", open(cert, "rb").read(), open(key, "rb").read(), b"")
      info.ta_url = None
      settings = c2pa.Settings.from_dict({"verify": {"verify_trust": True},
          "trust": {"user_anchors": open(anchors).read()}})
      for source in sorted(pathlib.Path(media).iterdir()):
          signed = target + "/" + source.name
          try:
              with c2pa.Signer.from_info(info) as signer, c2pa.Builder(manifest) as builder:
                  builder.sign_file(str(source), signed, signer)
          except Exception as error:
              print(source.name, json.dumps(str(error)), sep="|")
              continue
          with c2pa.Reader(signed, context=c2pa.Context(settings)) as reader:
              print(source.name, json.dumps(json.loads(reader.json())), sep="|")
      """;

  private static final String SVG =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect/></svg>";

  /**
   * FLAC is signed by those versions alone that know it; of BigTIFF they want the first directory
   * at byte 8, where the header has its own pointer.
   */
  private static final List<String> MAY_FAIL = List.of("a.flac", "big.tif");

  @TempDir Path folder;

  private final Instant from = Instant.now().minus(Duration.ofHours(1));
  private final List<String> problems = new ArrayList<>();

  @Test
  void ourReaderTellsTheSameAsTheirs() throws Exception {
    Python.assumePresent();
    Path media = Files.createDirectory(folder.resolve("media"));
    for (Map.Entry<String, byte[]> sample : Samples.every().entrySet()) {
      Files.write(media.resolve(sample.getKey()), sample.getValue());
    }
    Files.writeString(media.resolve("a.svg"), SVG);
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    Certificate root = credential(generator.generateKeyPair(), generator.generateKeyPair());
    for (String python : Python.every()) {
      Path target = Files.createTempDirectory(folder, "signed");
      Python.runWith(
              python,
              SIGN,
              folder.resolve("cert.pem").toString(),
              folder.resolve("key.pem").toString(),
              folder.resolve("root.pem").toString(),
              media.toString(),
              target.toString())
          .lines()
          .forEach(line -> compare(python, line, target, root));
    }
    assertThat(problems).isEmpty();
  }

  private void compare(String python, String line, Path target, Certificate root) {
    String name = line.substring(0, line.indexOf('|'));
    JsonNode theirs = JsonMapper.shared().readTree(line.substring(line.indexOf('|') + 1));
    if (theirs.isString()) {
      if (!MAY_FAIL.contains(name)) {
        problems.add(python + " does not sign " + name + ": " + theirs.stringValue());
      }
      return;
    }
    TrustStore trust = TrustStore.none().withAnchors(List.of(TrustAnchor.of(root)));
    C2paReader reader = new C2paReader(trust, Instant::now);
    ReadResult read =
        name.endsWith(".svg")
            ? reader.readAs(MediaType.SVG, target.resolve(name))
            : reader.read(target.resolve(name));
    if (!(read instanceof ReadResult.Report(var report))) {
      problems.add(python + ", " + name + ": " + read);
      return;
    }
    JsonNode ours = report.json();
    if (!told(ours).equals(told(theirs)) || report.state() != ValidationState.TRUSTED) {
      problems.add(python + ", " + name + ":\n" + told(ours) + "\n" + told(theirs));
    }
  }

  /** What both must say; of what decides nothing, their versions tell different things. */
  private static List<String> told(JsonNode report) {
    JsonNode active = report.path("manifests").path(report.path("active_manifest").stringValue(""));
    List<String> told = new ArrayList<>();
    for (String key : List.of("title", "claim_version", "instance_id", "label")) {
      told.add(key + " " + active.path(key));
    }
    for (JsonNode assertion : active.path("assertions")) {
      told.add(assertion.path("label") + " " + assertion.path("data"));
    }
    for (String key : List.of("alg", "issuer", "common_name", "cert_serial_number", "time")) {
      told.add(key + " " + active.path("signature_info").path(key));
    }
    for (String kind : List.of("success", "failure")) {
      List<String> codes = new ArrayList<>();
      report
          .path("validation_results")
          .path("activeManifest")
          .path(kind)
          .forEach(status -> codes.add(status.path("code").stringValue("")));
      told.add(kind + " " + codes);
    }
    told.add(report.path("validation_state").toString());
    return told;
  }

  private Certificate credential(KeyPair rootKeys, KeyPair keys) throws Exception {
    Instant until = from.plus(Duration.ofDays(2));
    Certificate root =
        new CertificateRequest("Root Org", "Root", rootKeys.getPublic())
            .selfSigned(rootKeys.getPrivate(), from, until);
    Certificate leaf =
        new CertificateRequest("Org", "Signer", keys.getPublic())
            .signedBy(root, rootKeys.getPrivate(), from, until);
    Files.writeString(folder.resolve("root.pem"), Pem.write(List.of(root)));
    Files.writeString(folder.resolve("cert.pem"), Pem.write(List.of(leaf, root)));
    byte[] line = "\n".getBytes(StandardCharsets.US_ASCII);
    String encoded = Base64.getMimeEncoder(64, line).encodeToString(keys.getPrivate().getEncoded());
    Files.writeString(
        folder.resolve("key.pem"),
        "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n");
    return root;
  }
}
