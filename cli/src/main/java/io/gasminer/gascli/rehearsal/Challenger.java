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

  /** What the miner answered. */
  public record Answer(int status, String body) {
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

  /** Sends one challenge and waits for its 201. */
  public Answer challenge(String modality, String prompt, Map<String, Object> parameters)
      throws IOException, InterruptedException {
    byte[] body =
        JsonMapper.shared().writeValueAsBytes(Map.of("prompt", prompt, "parameters", parameters));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve("/gen_" + modality))
            .header("Content-Type", "application/json")
            .header("X-Webhook-URL", webhookUrl)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    return send(request, body);
  }

  /** Asks for one of the miner's pages. */
  public Answer get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(base.resolve(path)).GET(), NOTHING);
  }

  private Answer send(HttpRequest.Builder request, byte[] body)
      throws IOException, InterruptedException {
    signer.sign(body, Optional.of(miner)).asMap().forEach(request::header);
    HttpResponse<String> response =
        client.send(
            request.timeout(LIMIT).build(),
            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    return new Answer(response.statusCode(), response.body());
  }

  @Override
  public void close() {
    client.close();
  }
}
