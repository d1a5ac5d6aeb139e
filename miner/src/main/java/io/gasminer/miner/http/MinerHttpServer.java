package io.gasminer.miner.http;

import io.gasminer.bittensor.epistula.EpistulaVerifier;
import io.gasminer.miner.admission.Admission;
import io.gasminer.miner.admission.ServiceBoard;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.events.HttpEvents;
import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.TaskStore;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Owns the miner's port: what validators may ask, and the start and end of listening.
 *
 * <p>Thread-safe. Each request has a virtual thread of its own.
 */
public final class MinerHttpServer implements AutoCloseable {
  private final WebServer server;
  private final InFlight inFlight;
  private final Arrivals arrivals;
  private final HttpLimits limits;
  private final HttpEvents events;

  private MinerHttpServer(
      WebServer server,
      InFlight inFlight,
      Arrivals arrivals,
      HttpLimits limits,
      HttpEvents events) {
    this.server = server;
    this.inFlight = inFlight;
    this.arrivals = arrivals;
    this.limits = limits;
    this.events = events;
  }

  /** All that validators may ask. */
  private static List<Route> routes(Parts parts, InstantSource clock) {
    return List.of(
        new Route(
            "POST", "/gen_image", new GenerateEndpoint(Modality.IMAGE, parts.admission(), clock)),
        new Route(
            "POST", "/gen_video", new GenerateEndpoint(Modality.VIDEO, parts.admission(), clock)),
        new Route("GET", "/health", new HealthEndpoint(parts.identity(), parts.services(), clock)),
        new Route(
            "GET",
            "/miner_info",
            new MinerInfoEndpoint(
                parts.identity(), parts.services(), parts.limits(), parts.store(), clock)),
        new Route("GET", "/status/", new StatusEndpoint(parts.store(), clock)));
  }

  /** What the endpoints need. */
  public record Parts(
      Admission admission,
      TaskStore store,
      ServiceBoard services,
      MinerIdentity identity,
      MinerConfig.Limits limits) {}

  /** What became of the wish to listen. */
  public sealed interface Opening {
    /** Validators can connect. */
    record Listening(MinerHttpServer server) implements Opening {}

    /** The address is taken or not ours; a restart will not help. The reason is for people. */
    record CannotListen(String reason) implements Opening {}
  }

  /** Listens; port 0 takes any free one. */
  public static Opening open(
      String address,
      int port,
      HttpLimits limits,
      EpistulaVerifier verifier,
      Parts parts,
      InstantSource clock,
      HttpEvents events) {
    InFlight inFlight = new InFlight(limits.maxRequests());
    Arrivals arrivals = new Arrivals(limits.arrival());
    FrontDoor door =
        new FrontDoor(
            routes(parts, clock),
            verifier,
            new BodyReader(limits, arrivals, clock),
            inFlight,
            clock,
            events);
    Optional<WebServer> server = HelidonListener.listen(address, port, limits, door, arrivals);
    if (server.isEmpty()) {
      arrivals.close();
      return new Opening.CannotListen(whyNot(address, port));
    }
    events.listening(address, server.get().port());
    return new Opening.Listening(
        new MinerHttpServer(server.get(), inFlight, arrivals, limits, events));
  }

  /** The port in use. */
  public int port() {
    return server.port();
  }

  /** Takes no more requests, finishes the answers under way, and lets go of the port. */
  @Override
  public void close() {
    boolean finished = inFlight.drain(limits.drain());
    server.stop();
    arrivals.close();
    events.closed(finished);
  }

  /** Why the miner could not listen there now, or empty when it could; nothing stays open. */
  public static Optional<String> problem(String address, int port) {
    try (ServerSocket trial = new ServerSocket()) {
      trial.setReuseAddress(true);
      trial.bind(new InetSocketAddress(address, port));
      return Optional.empty();
    } catch (IOException | IllegalArgumentException taken) {
      return Optional.of(whyNot(address, port));
    }
  }

  private static String whyNot(String address, int port) {
    return "cannot listen on "
        + address
        + ":"
        + port
        + ": another process has the port, or the address is not this machine's. Stop the other"
        + " process, or set BT_AXON_PORT and BT_AXON_IP";
  }
}
