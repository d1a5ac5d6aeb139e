package io.gasminer.bittensor.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.testkit.SelfSigned;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whom a connection over TLS trusts. */
final class NodeTlsTest {
  @TempDir Path folder;

  @Test
  void aCertificateIsTrustedForItsOwnHostAlone() throws Exception {
    SSLContext own = SelfSigned.of("localhost", folder);
    try (ScriptedNode node = ScriptedNode.start(Optional.of(own))) {
      assertThat(open(node.endpoint("localhost"), own)).isEqualTo("scripted");
      assertThat(open(node.endpoint("127.0.0.1"), own)).contains("its certificate or TLS");
    }
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
    try (ScriptedNode node = ScriptedNode.start(Optional.of(SelfSigned.of("localhost", folder)))) {
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
}
