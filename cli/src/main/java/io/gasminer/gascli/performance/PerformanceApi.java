package io.gasminer.gascli.performance;

import io.gasminer.bittensor.epistula.EpistulaSigner;
import io.gasminer.gascli.trust.CappedBody;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Owns the call: signed with an empty body and for nobody, answered in time and in at most 4 MiB,
 * and never sent on to another address.
 */
public final class PerformanceApi {
  private static final int LARGEST = 4 * 1024 * 1024;
  private static final Duration CONNECT = Duration.ofSeconds(15);
  private static final byte[] NO_BODY = {};

  private final HttpClient http;
  private final EpistulaSigner signer;
  private final Duration patience;

  /** Asks as the hotkey of that signer. */
  public PerformanceApi(EpistulaSigner signer, Duration patience) {
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    this.signer = signer;
    this.patience = patience;
  }

  /** Asks, and waits. */
  public PerformanceAnswer ask(PerformanceQuestion question) {
    Explained explained = new Explained(question, patience);
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(question.address())
              .timeout(patience)
              .header("Accept", "application/json")
              .GET();
      signer.sign(NO_BODY, Optional.empty()).asMap().forEach(request::header);
      Future<HttpResponse<Optional<byte[]>>> call =
          http.sendAsync(request.build(), CappedBody.ofAtMost(LARGEST));
      HttpResponse<Optional<byte[]>> answer = await(call);
      return explained.of(
          answer.statusCode(), answer.body(), answer.headers().firstValue("location"));
    } catch (TimeoutException late) {
      return explained.late();
    } catch (ExecutionException failed) {
      return explained.unreached(Optional.ofNullable(failed.getCause()).orElse(failed));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new PerformanceAnswer.Untold("the question was interrupted", true);
    }
  }

  private HttpResponse<Optional<byte[]>> await(Future<HttpResponse<Optional<byte[]>>> call)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      return call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      call.cancel(true);
    }
  }
}
