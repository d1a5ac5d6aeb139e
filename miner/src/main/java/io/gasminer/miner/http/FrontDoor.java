package io.gasminer.miner.http;

import io.gasminer.bittensor.epistula.Caller;
import io.gasminer.bittensor.epistula.Claimed;
import io.gasminer.bittensor.epistula.EpistulaFault;
import io.gasminer.bittensor.epistula.EpistulaVerifier;
import io.gasminer.miner.events.HttpEvents;
import io.gasminer.miner.task.StoreUnavailable;
import io.helidon.common.uri.UriEncoding;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Owns the way of every request: route, headers, body, signature, endpoint; cheap checks first.
 *
 * <p>Thread-safe; runs on the request's virtual thread.
 */
final class FrontDoor implements Handler {
  private static final Header JSON =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/json");
  private static final HeaderName WEBHOOK_URL = HeaderNames.create("X-Webhook-URL");
  private static final int BUSY_RETRY_SECONDS = 5;
  private static final long UNREAD_WORTH_KEEPING = 64 * 1024;

  private final List<Route> routes;
  private final EpistulaVerifier verifier;
  private final BodyReader bodies;
  private final InFlight inFlight;
  private final InstantSource clock;
  private final HttpEvents events;

  FrontDoor(
      List<Route> routes,
      EpistulaVerifier verifier,
      BodyReader bodies,
      InFlight inFlight,
      InstantSource clock,
      HttpEvents events) {
    this.routes = routes;
    this.verifier = verifier;
    this.bodies = bodies;
    this.inFlight = inFlight;
    this.clock = clock;
    this.events = events;
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    // The time that counts is when the headers came, so a slow body makes no request stale.
    Instant arrival = clock.instant();
    if (!inFlight.enter()) {
      send(request, response, busy());
      return;
    }
    try {
      send(request, response, answer(request, arrival));
    } finally {
      inFlight.leave();
    }
  }

  private Answer answer(ServerRequest request, Instant arrival) {
    String method = request.prologue().method().text();
    String path = UriEncoding.decodeUri(request.prologue().uriPath().rawPath());
    Optional<String> allowed = Optional.empty();
    for (Route route : routes) {
      Optional<String> rest = route.rest(path);
      if (rest.isPresent() && route.method().equals(method)) {
        return authenticated(request, arrival, route, rest.get());
      }
      allowed = rest.isPresent() ? Optional.of(route.method()) : allowed;
    }
    if (allowed.isPresent()) {
      return unread(request, Answer.detail(405, "Method Not Allowed").with("Allow", allowed.get()));
    }
    return unread(
        request, redirect(request, path).orElseGet(() -> Answer.detail(404, "Not Found")));
  }

  // The field's miner sends callers with one slash too many to the path without it.
  private Optional<Answer> redirect(ServerRequest request, String path) {
    if (!path.endsWith("/") || path.endsWith("//")) {
      return Optional.empty();
    }
    String shorter = path.substring(0, path.length() - 1);
    if (routes.stream().noneMatch(route -> route.rest(shorter).isPresent())) {
      return Optional.empty();
    }
    String raw = request.prologue().uriPath().rawPath();
    String host = request.headers().first(HeaderNames.HOST).map(h -> "http://" + h).orElse("");
    String query =
        request.prologue().query().isEmpty() ? "" : "?" + request.prologue().query().rawValue();
    return Optional.of(
        new Answer(307, new byte[0], Map.of(), "")
            .with("Location", host + raw.substring(0, raw.length() - 1) + query));
  }

  private Answer authenticated(
      ServerRequest request, Instant arrival, Route route, String pathRest) {
    Headers headers = request.headers();
    return switch (verifier.checkHeaders(
        name -> headers.first(HeaderNames.create(name)), arrival)) {
      case EpistulaFault fault -> unread(request, refusal(fault));
      case Claimed claimed ->
          switch (bodies.read(request.content(), headers.contentLength())) {
            case BodyReader.Reading.Refused(Answer refused) -> refused;
            case BodyReader.Reading.Whole(byte[] body) ->
                switch (claimed.checkBody(body)) {
                  case EpistulaFault fault -> refusal(fault);
                  case Caller caller ->
                      served(
                          route.endpoint(),
                          new SignedRequest(caller, body, pathRest, headers.first(WEBHOOK_URL)));
                };
          };
    };
  }

  private Answer served(Endpoint endpoint, SignedRequest request) {
    try {
      return endpoint.answer(request);
    } catch (StoreUnavailable away) {
      events.storeUnavailable(String.valueOf(away.getMessage()));
      return Answer.error(503, "Storage is unavailable", clock.instant())
          .with(Answer.RETRY_AFTER, Integer.toString(BUSY_RETRY_SECONDS));
    } catch (RuntimeException bug) {
      // A caller gets an answer whatever our mistake, and the log gets the mistake.
      events.failed(bug);
      return Answer.error(500, "Internal error", clock.instant());
    }
  }

  private static Answer refusal(EpistulaFault fault) {
    return Answer.detail(fault.status(), fault.detail());
  }

  private Answer busy() {
    return Answer.error(503, "Too many requests at once", clock.instant())
        .with(Answer.RETRY_AFTER, Integer.toString(BUSY_RETRY_SECONDS))
        .closing();
  }

  // A short body is read away so that the connection can go on; a long or withheld one is not worth
  // it.
  private Answer unread(ServerRequest request, Answer answer) {
    bodies.leave(request.content());
    Headers headers = request.headers();
    boolean cheap =
        !request.content().hasEntity()
            || headers.contentLength().orElse(Long.MAX_VALUE) <= UNREAD_WORTH_KEEPING
                && !headers.contains(HeaderNames.EXPECT);
    return cheap ? answer : answer.closing();
  }

  private void send(ServerRequest request, ServerResponse response, Answer answer) {
    response.status(answer.status());
    answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
    if (!answer.reason().isEmpty()) {
      events.refused(
          request.prologue().method().text(),
          request.prologue().uriPath().rawPath(),
          answer.status(),
          answer.reason());
    }
    if (answer.body().length > 0) {
      response.header(JSON);
    }
    if (answer.body().length == 0 || request.prologue().method().text().equals("HEAD")) {
      response.send();
    } else {
      response.send(answer.body());
    }
  }
}
