package io.gasminer.gascli.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.gasminer.testkit.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DoorKnockTest {
  private final DoorKnock knock = new DoorKnock(Duration.ofMillis(500));
  private final DoorKnock patient = new DoorKnock(Duration.ofSeconds(30));

  @Test
  void aMinerSendsTheCallerToThePathWithoutTheSlash() throws Exception {
    assertThat(answered(redirect(307, "http://127.0.0.1:8093/health")))
        .isInstanceOf(Door.Answered.class);
  }

  @Test
  void whatIsNoMinerIsToldFromOne() throws Exception {
    assertThat(answered(exchange -> exchange.sendResponseHeaders(404, -1)))
        .isInstanceOf(Door.Silent.class);
    assertThat(answered(exchange -> exchange.sendResponseHeaders(200, -1)))
        .isInstanceOf(Door.Silent.class);
    assertThat(answered(redirect(302, "https://elsewhere.example/login")))
        .isInstanceOf(Door.Silent.class);
    assertThat(answered(exchange -> exchange.sendResponseHeaders(307, -1)))
        .isInstanceOf(Door.Silent.class);
  }

  @Test
  void whereNobodyListensTheDoorIsClosed() throws Exception {
    int port = FreePort.find();
    assertThat(knock.at("0.0.0.0", port))
        .isEqualTo(new Door.Closed("nothing listens on port " + port));
    assertThat(knock.at("0.0.0.0", 0)).isEqualTo(new Door.Closed("its port is not known"));
  }

  @Test
  void whoTakesTheCallAndSaysNothingIsGivenUp() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      long begun = System.nanoTime();
      assertThat(knock.at("127.0.0.1", silent.getLocalPort()))
          .isInstanceOfSatisfying(
              Door.Silent.class, door -> assertThat(door.why()).contains("within 0.5 s"));
      assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.SECONDS.toNanos(5));
    }
  }

  @Test
  void whoDripsItsAnswerForeverIsGivenUp() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> drip(server));
      assertThat(knock.at("127.0.0.1", server.getLocalPort())).isInstanceOf(Door.Silent.class);
    }
  }

  @Test
  void whoSpeaksNoHttpIsNoMiner() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> babble(server));
      assertThat(knock.at("127.0.0.1", server.getLocalPort())).isInstanceOf(Door.Silent.class);
    }
  }

  private Door answered(HttpHandler handler) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/health/",
        exchange -> {
          try (exchange) {
            handler.handle(exchange);
          }
        });
    server.start();
    try {
      return patient.at("0.0.0.0", server.getAddress().getPort());
    } finally {
      server.stop(0);
    }
  }

  private static HttpHandler redirect(int status, String to) {
    return (HttpExchange exchange) -> {
      exchange.getResponseHeaders().set("Location", to);
      exchange.sendResponseHeaders(status, -1);
    };
  }

  private static void drip(ServerSocket server) {
    try (Socket caller = server.accept()) {
      caller
          .getOutputStream()
          .write("HTTP/1.1 307 Go\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      while (true) {
        caller
            .getOutputStream()
            .write("X: y\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        caller.getOutputStream().flush();
        java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
      }
    } catch (IOException theCallerLeft) {
      // As it should.
    }
  }

  private static void babble(ServerSocket server) {
    try (Socket caller = server.accept()) {
      caller.getOutputStream().write(new byte[] {'S', 'S', 'H', '-', '2', '\r', '\n', '\r', '\n'});
    } catch (IOException theCallerLeft) {
      // As it should.
    }
  }
}
