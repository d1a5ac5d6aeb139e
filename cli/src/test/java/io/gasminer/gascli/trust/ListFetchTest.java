package io.gasminer.gascli.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.gasminer.c2pa.PrivateAuthority;
import io.gasminer.testkit.SelfSigned;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fetch against a real server over TLS, which one authority of the test vouches for. */
class ListFetchTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final int CAP = 4 * 1024 * 1024;

  @TempDir private Path folder;
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicLong sent = new AtomicLong();
  private SSLContext own;
  private HttpsServer server;

  @BeforeEach
  void start() throws Exception {
    own = SelfSigned.of("localhost", folder);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(own));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
  }

  @Test
  void aListComesWholeAndAfterAtMostThreeRedirects() {
    String pem = PrivateAuthority.create("Listed", Instant.now()).rootPem();
    serve("/list", 200, pem.getBytes(StandardCharsets.US_ASCII));
    redirect("/1", "/list");
    redirect("/2", address("/1"));
    redirect("/3", "/2");
    redirect("/4", "/3");
    for (String path : new String[] {"/list", "/1", "/3"}) {
      assertThat(fetch(path, LONG)).as(path).isInstanceOf(ListFetch.Fetched.Certificates.class);
    }
    assertThat(problem("/4", LONG)).contains("from address to address");
  }

  @Test
  void aRedirectAwayFromHttpsIsNotFollowed() {
    redirect("/clear", "http://localhost:1/list");
    redirect("/file", "file:///etc/passwd");
    redirect("/garbage", "https://[");
    assertThat(problem("/clear", LONG)).contains("leads away from https");
    assertThat(problem("/file", LONG)).contains("leads away from https");
    assertThat(problem("/garbage", LONG)).contains("not taken");
  }

  @Test
  void aBodyWithoutEndIsCutOffAtTheCap() {
    server.createContext("/endless", this::endless);
    assertThat(problem("/endless", LONG)).contains("larger than 4 MiB");
    assertThat(sent.get()).isLessThan(16L * CAP);
  }

  @Test
  void aBodyOfTheCapIsReadAndOneByteMoreIsNot() {
    serve("/full", 200, new byte[CAP]);
    serve("/more", 200, new byte[CAP + 1]);
    assertThat(problem("/full", LONG)).doesNotContain("4 MiB").contains("not taken");
    assertThat(problem("/more", LONG)).contains("larger than 4 MiB");
  }

  @Test
  void whoNeverAnswersOrNeverEndsIsGivenUp() {
    server.createContext("/silent", exchange -> await());
    server.createContext(
        "/stuck",
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write(new byte[10]);
          exchange.getResponseBody().flush();
          await();
        });
    for (String path : new String[] {"/silent", "/stuck"}) {
      assertThat(problem(path, Duration.ofMillis(1_500))).as(path).contains("not taken");
    }
    assertThat(problem("/stuck", Duration.ofMillis(1_500))).contains("within 1.5 s");
  }

  @Test
  void aServerThatNobodyVouchesForIsNotBelieved() throws Exception {
    serve("/list", 200, new byte[0]);
    ListFetch stranger = ListFetch.believing(SSLContext.getDefault(), LONG);
    assertThat(refusal(stranger.fetch(address("/list")))).contains("SSLHandshakeException");
    String byNumber = address("/list").replace("localhost", "127.0.0.1");
    assertThat(refusal(ListFetch.believing(own, LONG).fetch(byNumber))).contains("SSL");
  }

  @Test
  void errorsAndOtherSchemesAreNamed() {
    serve("/gone", 404, new byte[0]);
    assertThat(problem("/gone", LONG)).contains("answered with 404");
    for (String address : new String[] {"http://localhost:1/x", "ftp://a.example/x", "data:,x"}) {
      assertThat(refusal(ListFetch.believing(own, LONG).fetch(address)))
          .contains("over https or from a file");
    }
    assertThat(refusal(ListFetch.believing(own, LONG).fetch("https:"))).contains("not taken");
  }

  private ListFetch.Fetched fetch(String path, Duration patience) {
    return ListFetch.believing(own, patience).fetch(address(path));
  }

  private String problem(String path, Duration patience) {
    return refusal(fetch(path, patience));
  }

  private static String refusal(ListFetch.Fetched fetched) {
    return fetched instanceof ListFetch.Fetched.Refused(String problem) ? problem : "taken";
  }

  private String address(String path) {
    return "https://localhost:" + server.getAddress().getPort() + path;
  }

  private void serve(String path, int status, byte[] body) {
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private void redirect(String path, String to) {
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Location", to);
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
  }

  private void endless(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    byte[] piece = new byte[64 * 1024];
    while (over.getCount() > 0) {
      exchange.getResponseBody().write(piece);
      sent.addAndGet(piece.length);
    }
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
