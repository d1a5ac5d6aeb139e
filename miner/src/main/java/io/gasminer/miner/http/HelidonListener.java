package io.gasminer.miner.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http1.Http1Config;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Owns how the HTTP library is set up, and what it says on its own when a request is no HTTP. */
final class HelidonListener {
  // Held, because the logging of the JDK forgets a level that nobody holds. Below this level the
  // library writes a line, or a stack, for anything that a caller on the internet gets wrong.
  private static final Logger LIBRARY = Logger.getLogger("io.helidon");

  private HelidonListener() {}

  /** A server that listens, or empty when the address cannot be had. */
  static Optional<WebServer> listen(
      String address, int port, HttpLimits limits, FrontDoor door, Arrivals arrivals) {
    LIBRARY.setLevel(Level.OFF);
    WebServerConfig.Builder server =
        WebServer.builder()
            .featuresDiscoverServices(false)
            .shutdownHook(false)
            .host(address)
            .port(port)
            .backlog(1024)
            .maxTcpConnections(limits.maxConnections())
            .maxPayloadSize(limits.maxBodyBytes())
            .idleConnectionTimeout(limits.silence())
            .idleConnectionPeriod(Duration.ofSeconds(5))
            .shutdownGracePeriod(Duration.ofSeconds(1))
            .connectionOptions(socket -> socket.tcpNoDelay(true).socketKeepAlive(true))
            // Two miners on one port would share the challenges without knowing of each other.
            .putListenerSocketOption(StandardSocketOptions.SO_REUSEPORT, false)
            .protocolsDiscoverServices(false)
            .addProtocol(
                Http1Config.builder()
                    .maxHeadersSize(limits.maxHeaderBytes())
                    .maxPrologueLength(4096)
                    .addReceiveListener(arrivals)
                    .build())
            .routing(routing -> routing.any(door))
            .directHandlers(handlers(limits));
    try {
      // The library reports a port that is taken to its log and returns a server that does not run.
      WebServer started = server.build().start();
      return started.isRunning() ? Optional.of(started) : Optional.empty();
    } catch (UncheckedIOException | IllegalArgumentException noSuchAddress) {
      return Optional.empty();
    }
  }

  private static DirectHandlers handlers(HttpLimits limits) {
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
      handlers.addHandler(
          type, (request, event, status, headers, message) -> answer(status, headers, limits));
    }
    return handlers.build();
  }

  // The library's own messages repeat what the caller sent, so none of them leaves.
  private static DirectHandler.TransportResponse answer(
      Status status, ServerResponseHeaders headers, HttpLimits limits) {
    String detail =
        switch (status.code()) {
          case 400 -> "Invalid HTTP request received";
          case 413 -> BodyReader.tooLargeText(limits);
          default -> status.reasonPhrase();
        };
    return DirectHandler.TransportResponse.builder()
        .status(status)
        .headers(headers)
        .header(HeaderNames.CONTENT_TYPE, "application/json")
        .keepAlive(false)
        .entity(Answer.detailBody(detail))
        .build();
  }
}
