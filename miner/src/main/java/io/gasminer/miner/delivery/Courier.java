package io.gasminer.miner.delivery;

import io.gasminer.bittensor.epistula.EpistulaSigner;
import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.miner.task.Attempt;
import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.Task;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import okhttp3.ConnectionPool;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Owns the attempt to bring a result, or the notice of a failure, to the validator.
 *
 * <p>Each attempt pins the address anew, signs anew, follows no redirect and reads at most 64 KiB
 * of the answer. Thread-safe; blocks the calling virtual thread for at most the time-out.
 */
public final class Courier {
  /** How long validators keep a challenge open (they drop it two hours after they sent it). */
  public static final Duration WINDOW = Duration.ofHours(2);

  private static final long LARGEST_ANSWER = 64 * 1024;
  private static final int LONGEST_RECEIPT = 2_000;
  private static final int OUR_MISTAKES_WORTH_REPEATING = 3;

  private final EgressGuard guard;
  private final EpistulaSigner signer;
  private final WebhookStats stats;
  private final Backoff backoff;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final OkHttpClient client;

  /** A courier whose attempts take at most {@code timeout}. */
  public Courier(
      EgressGuard guard,
      EpistulaSigner signer,
      WebhookStats stats,
      Backoff backoff,
      Duration timeout,
      InstantSource clock,
      RandomGenerator random) {
    this.guard = guard;
    this.signer = signer;
    this.stats = stats;
    this.backoff = backoff;
    this.clock = clock;
    this.random = random;
    this.client =
        new OkHttpClient.Builder()
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .protocols(List.of(Protocol.HTTP_1_1))
            // Each attempt pins its own address, so no connection could serve a second one.
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .proxy(Proxy.NO_PROXY)
            .connectTimeout(
                timeout.compareTo(Duration.ofSeconds(10)) < 0 ? timeout : Duration.ofSeconds(10))
            .readTimeout(timeout)
            .writeTimeout(timeout)
            .callTimeout(timeout)
            .build();
  }

  /** Why nothing may ever be brought to the task's address, so that nothing is bought for it. */
  public Optional<String> refusal(Task task) {
    return guard.pin(task.webhookUrl()) instanceof EgressGuard.Pin.Refused(String reason)
        ? Optional.of(reason)
        : Optional.empty();
  }

  /**
   * Makes one attempt.
   *
   * @param media the result, or empty for the notice of a failure
   * @param before the receipts of the attempts so far
   */
  public DeliveryOutcome deliver(Task task, Optional<Media> media, List<Attempt> before) {
    Instant now = clock.instant();
    return switch (guard.pin(task.webhookUrl())) {
      case EgressGuard.Pin.Refused(String reason) -> blocked(reason, now);
      case EgressGuard.Pin.Unresolved(String reason) ->
          again(
              task,
              before,
              new Attempt(now, Optional.empty(), reason, "not-delivered"),
              Duration.ZERO);
      case EgressGuard.Pin.Pinned(URI address, InetAddress pinned) -> {
        HttpUrl url = HttpUrl.parse(address.toString());
        yield url == null
            ? blocked("the webhook address cannot be read", now)
            : post(task, request(task, Parcel.of(task, media), url), pinned, before, now);
      }
    };
  }

  private static DeliveryOutcome blocked(String reason, Instant now) {
    return new DeliveryOutcome.Refused(new Attempt(now, Optional.empty(), reason, "blocked"));
  }

  private DeliveryOutcome post(
      Task task, Request request, InetAddress pinned, List<Attempt> before, Instant now) {
    OkHttpClient toThatAddress =
        client
            .newBuilder()
            .dns(host -> List.of(pinned))
            .addNetworkInterceptor(new OnlyTo(pinned))
            .build();
    String receiver = request.url().host() + ":" + request.url().port();
    try (Response response = toThatAddress.newCall(request).execute()) {
      String words = words(response);
      Answer answer = Answer.of(response.code(), words);
      stats.answered(receiver, response.code(), answer, words, now);
      Attempt attempt = new Attempt(now, Optional.of(response.code()), words, answer.receiptName());
      return outcome(task, before, answer, attempt, retryAfter(response));
    } catch (IOException failed) {
      String reason = failed.getClass().getSimpleName() + ": " + failed.getMessage();
      stats.unreachable(receiver, failed, now);
      return again(
          task, before, new Attempt(now, Optional.empty(), reason, "not-delivered"), Duration.ZERO);
    }
  }

  private DeliveryOutcome outcome(
      Task task, List<Attempt> before, Answer answer, Attempt attempt, Duration retryAfter) {
    return switch (answer) {
      case RECORDED, FAILURE_RECORDED, ALREADY_PROCESSED -> new DeliveryOutcome.Recorded(attempt);
      case REFUSED -> new DeliveryOutcome.Refused(attempt);
      case UNKNOWN_TASK, NOT_DELIVERED -> again(task, before, attempt, retryAfter);
      case OUR_REQUEST_WRONG ->
          before.stream().filter(past -> past.outcome().equals(answer.receiptName())).count() + 1
                  < OUR_MISTAKES_WORTH_REPEATING
              ? again(task, before, attempt, retryAfter)
              : new DeliveryOutcome.Refused(attempt);
    };
  }

  private DeliveryOutcome again(
      Task task, List<Attempt> before, Attempt attempt, Duration retryAfter) {
    Duration wait = backoff.after(before.size() + 1, random);
    Instant next = attempt.at().plus(wait.compareTo(retryAfter) < 0 ? retryAfter : wait);
    return next.isAfter(task.createdAt().plus(WINDOW))
        ? new DeliveryOutcome.GivenUp(attempt)
        : new DeliveryOutcome.Again(attempt, next);
  }

  private Request request(Task task, Parcel parcel, HttpUrl url) {
    Headers.Builder headers = new Headers.Builder();
    headers.add("User-Agent", "gas-miner");
    parcel.headers().forEach(headers::add);
    signer.sign(parcel.body(), Ss58Address.parse(task.signedBy())).asMap().forEach(headers::add);
    return new Request.Builder()
        .url(url)
        .headers(headers.build())
        .post(new OneShotBody(parcel.body(), parcel.contentType()))
        .build();
  }

  private static String words(Response response) throws IOException {
    var source = response.body().source();
    source.request(LARGEST_ANSWER);
    String text =
        source
            .getBuffer()
            .snapshot((int) Math.min(source.getBuffer().size(), LARGEST_ANSWER))
            .utf8();
    return text.length() <= LONGEST_RECEIPT ? text : text.substring(0, LONGEST_RECEIPT);
  }

  private static Duration retryAfter(Response response) {
    String value = response.header("Retry-After", "0");
    return value != null && value.matches("\\d{1,5}")
        ? Duration.ofSeconds(Math.min(Long.parseLong(value), 600))
        : Duration.ZERO;
  }
}
