package io.gasminer.bittensor.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whom a connection over TLS trusts. */
final class NodeTlsTest {
  private static final char[] PASSWORD = "for-a-test".toCharArray();

  @TempDir Path folder;

  @Test
  void aCertificateIsTrustedForItsOwnHostAlone() throws Exception {
    SSLContext own = context("localhost");
    try (ScriptedNode node = ScriptedNode.start(Optional.of(own))) {
      assertThat(open(node.endpoint("localhost"), own)).isEqualTo("scripted");
      assertThat(open(node.endpoint("127.0.0.1"), own)).contains("its certificate or TLS");
    }
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
    try (ScriptedNode node = ScriptedNode.start(Optional.of(context("localhost")))) {
      assertThat(open(node.endpoint("localhost"), SSLContext.getDefault()))
          .contains("its certificate or TLS was not accepted");
    }
  }

  private static String open(Endpoint endpoint, SSLContext trusted) {
    try (HttpClient client = HttpClient.newBuilder().sslContext(trusted).build()) {
      return switch (NodeLink.open(client, endpoint, LinkLimits.usual(), () -> {})) {
        case NodeLink.Opening.Failed(String reason) -> reason;
        case NodeLink.Opening.Opened(NodeLink link) -> {
          RpcAnswer answer = link.call(RpcCall.read("system_name"), Duration.ofSeconds(20));
          link.drop("enough");
          yield answer instanceof RpcAnswer.Result(JsonNode name)
              ? name.asString()
              : answer.words();
        }
      };
    }
  }

  private SSLContext context(String host) throws Exception {
    Path store = folder.resolve(host + ".p12");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    String[] command = {
      keytool.toString(),
      "-genkeypair",
      "-alias",
      "node",
      "-keyalg",
      "EC",
      "-dname",
      "CN=" + host,
      "-ext",
      "san=dns:" + host,
      "-validity",
      "2",
      "-storetype",
      "PKCS12",
      "-keystore",
      store.toString(),
      "-storepass",
      new String(PASSWORD),
    };
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, PASSWORD);
    trusted.setCertificateEntry("node", keys.getCertificate("node"));
    KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
    own.init(keys, PASSWORD);
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
