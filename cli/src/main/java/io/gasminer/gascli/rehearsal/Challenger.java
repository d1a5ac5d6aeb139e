package io.gasminer.gascli.rehearsal;

import io.gasminer.bittensor.epistula.EpistulaSigner;
import io.gasminer.bittensor.ss58.Ss58Address;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Owns the sending of signed challenges, as a validator sends them. Thread-safe. */
public final class Challenger implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final byte[] NOTHING = {};

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final EpistulaSigner signer;
  private final Ss58Address miner;
  private final URI base;
  private final String webhookUrl;

  /** Sends as the signer, to the miner at {@code base}, results to {@code webhookUrl}. */
  public Challenger(EpistulaSigner signer, Ss58Address miner, URI base, String webhookUrl) {
    this.signer = signer;
    this.miner = miner;
    this.base = base;
    this.webhookUrl = webhookUrl;
  }

  /**
   * What the miner answered.
   *
   * @param retryAfter what its {@code Retry-After} asks for
   */
  public record Answer(int status, String body, Optional<String> retryAfter) {
    /** The id in a 201. */
    public Optional<String> taskId() {
      try {
        return status == 201
            ? JsonMapper.shared().readTree(body).path("task_id").asStringOpt()
            : Optional.empty();
      } catch (JacksonException notJson) {
        return Optional.empty();
      }
    }
  }

  /** A challenge as it goes over the wire: signed once, and as often to be sent as one likes. */
  public record Signed(String path, byte[] body, Map<String, String> headers) {}

  /** Signs one challenge. */
  public Signed sign(String modality, String prompt, Map<String, Object> parameters) {
    byte[] body =
        JsonMapper.shared().writeValueAsBytes(Map.of("prompt", prompt, "parameters", parameters));
    Map<String, String> headers =
        new LinkedHashMap<>(signer.sign(body, Optional.of(miner)).asMap());
    headers.put("Content-Type", "application/json");
    headers.put("X-Webhook-URL", webhookUrl);
    return new Signed("/gen_" + modality, body, headers);
  }

  /** Sends what was signed, and waits for the answer. */
  public Answer send(Signed challenge) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(base.resolve(challenge.path()))
            .POST(HttpRequest.BodyPublishers.ofByteArray(challenge.body())),
        challenge.headers());
  }

  /** Signs and sends one challenge and waits for its 201. */
  public Answer challenge(String modality, String prompt, Map<String, Object> parameters)
      throws IOException, InterruptedException {
    return send(sign(modality, prompt, parameters));
  }

  /** Asks for one of the miner's pages. */
  public Answer get(String path) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(base.resolve(path)).GET(),
        signer.sign(NOTHING, Optional.of(miner)).asMap());
  }

  private Answer send(HttpRequest.Builder request, Map<String, String> headers)
      throws IOException, InterruptedException {
    headers.forEach(request::header);
    HttpResponse<String> response =
        client.send(
            request.timeout(LIMIT).build(),
            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    return new Answer(
        response.statusCode(), response.body(), response.headers().firstValue("Retry-After"));
  }

  @Override
  public void close() {
    client.close();
  }
}
