package io.gasminer.miner.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.epistula.EpistulaSigner;
import io.gasminer.miner.admission.ServiceBoard;
import io.gasminer.miner.task.Attempt;
import io.gasminer.miner.task.JobTicket;
import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskId;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MinerHttpServerTest {
  private static final byte[] CHALLENGE = utf8("{\"prompt\": \"a red fox\"}");
  private static final byte[] NOTHING = new byte[0];

  @Test
  void theSameSignedRequestMakesOneTaskWhereverItIsSentAgain() throws IOException {
    ServiceBoard.Service both =
        new ServiceBoard.Service(
            "FakeService",
            true,
            Map.of(Modality.IMAGE, List.of("a"), Modality.VIDEO, List.of("b")));
    try (TestMiner miner = new TestMiner(List.of(both), HttpLimits.DEFAULT, 10)) {
      Map<String, String> signed = signed(miner, CHALLENGE);
      assertThat(post(miner, "/gen_image", signed, CHALLENGE).status()).isEqualTo(201);
      RawHttp.Reply again = post(miner, "/gen_image", signed, CHALLENGE);
      assertThat(again.status()).isEqualTo(409);
      assertThat(again.body()).contains("\"error\": \"This signed request was accepted before\"");
      assertThat(post(miner, "/gen_video", signed, CHALLENGE).status()).isEqualTo(409);
      assertThat(miner.store.counts().total()).isEqualTo(1);
    }
  }

  @Test
  void aRequestThatMadeNoTaskMayBeSentAgain() throws IOException {
    try (TestMiner miner = TestMiner.withImages()) {
      miner.store.setAway(true);
      Map<String, String> signed = signed(miner, CHALLENGE);
      RawHttp.Reply refused = post(miner, "/gen_image", signed, CHALLENGE);
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.headers()).containsEntry("retry-after", "30");
      miner.store.setAway(false);
      assertThat(post(miner, "/gen_image", signed, CHALLENGE).status()).isEqualTo(201);
    }
  }

  @Test
  void aFullQueueAsksTheCallerToComeBack() throws IOException {
    try (TestMiner miner =
        new TestMiner(List.of(TestMiner.imageService()), HttpLimits.DEFAULT, 1)) {
      assertThat(post(miner, "/gen_image", signed(miner, CHALLENGE), CHALLENGE).status())
          .isEqualTo(201);
      RawHttp.Reply full = post(miner, "/gen_image", signed(miner, CHALLENGE), CHALLENGE);
      assertThat(full.status()).isEqualTo(503);
      assertThat(full.headers()).containsEntry("retry-after", "30");
      assertThat(full.body()).contains("Queue is full");
    }
  }

  @Test
  void aQuestionMayBeAskedTwiceWithOneSignature() throws IOException {
    try (TestMiner miner = TestMiner.withImages()) {
      Map<String, String> signed = signed(miner, NOTHING);
      assertThat(get(miner, "/miner_info", signed).status()).isEqualTo(200);
      assertThat(get(miner, "/miner_info", signed).status()).isEqualTo(200);
    }
  }

  @Test
  void aRepeatedHeaderCountsOnce() throws IOException {
    try (TestMiner miner = TestMiner.withImages()) {
      String request =
          new String(
              RawHttp.request("GET", "/health", signed(miner, NOTHING), NOTHING),
              StandardCharsets.ISO_8859_1);
      String twice = request.replaceFirst("\r\n\r\n", "\r\nEpistula-Signed-For: 5nobody\r\n\r\n");
      assertThat(RawHttp.exchange(miner.port(), utf8(twice)).status()).isEqualTo(200);
    }
  }

  @Test
  void headersAreJudgedBeforeAnyOfTheBodyIsAskedFor() throws IOException {
    try (TestMiner miner = TestMiner.withImages()) {
      Map<String, String> unsigned = Map.of("Host", "x", "Content-Length", "900000");
      RawHttp.Reply reply =
          RawHttp.exchange(miner.port(), RawHttp.request("POST", "/gen_image", unsigned, NOTHING));
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.body()).isEqualTo("{\"detail\":\"Unknown Epistula version\"}");
      assertThat(reply.headers()).containsEntry("connection", "close").doesNotContainKey("server");
    }
  }

  @Test
  void theTimeThatCountsIsWhenTheHeadersCame() throws IOException {
    try (TestMiner miner = TestMiner.withImages();
        Socket socket = waitingForItsBody(miner)) {
      miner.clock.advance(Duration.ofSeconds(16));
      socket.getOutputStream().write(CHALLENGE);
      assertThat(RawHttp.read(socket.getInputStream(), false).status()).isEqualTo(201);
    }
  }

  @Test
  void aBodyThatTakesTooLongIsGivenUp() throws IOException {
    try (TestMiner miner = TestMiner.withImages();
        Socket socket = waitingForItsBody(miner)) {
      miner.clock.advance(HttpLimits.DEFAULT.arrival().plusSeconds(1));
      socket.getOutputStream().write(CHALLENGE, 0, 5);
      RawHttp.Reply reply = RawHttp.read(socket.getInputStream(), false);
      assertThat(reply.status()).isEqualTo(408);
      assertThat(reply.headers()).containsEntry("connection", "close");
    }
  }

  @Test
  void aCallerWhoFallsSilentInTheBodyLosesTheConnection() throws IOException {
    try (TestMiner miner = impatient();
        Socket socket = waitingForItsBody(miner)) {
      socket.getOutputStream().write(CHALLENGE, 0, 5);
      assertThat(socket.getInputStream().readAllBytes()).hasSizeLessThan(500);
      assertThat(miner.store.counts().total()).isZero();
    }
  }

  @Test
  void aCallerWhoFallsSilentInTheHeadersLosesTheConnection() throws IOException {
    try (TestMiner miner = impatient();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), miner.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(utf8("GET /health HTTP/1.1\r\nHost: x\r\nX-Sl"));
      assertThat(socket.getInputStream().readAllBytes()).hasSizeLessThan(500);
    }
  }

  @Test
  void aBodyIsCountedWhileItIsReadWhateverItSays() throws IOException {
    try (TestMiner miner = TestMiner.withImages()) {
      Map<String, String> headers = signed(miner, CHALLENGE);
      headers.remove("Content-Length");
      headers.put("Transfer-Encoding", "chunked");
      String chunk = "8000\r\n" + "y".repeat(0x8000) + "\r\n";
      RawHttp.Reply chunks = post(miner, "/gen_image", headers, utf8(chunk.repeat(40)));
      assertThat(chunks.status()).isEqualTo(413);
      assertThat(chunks.body()).contains("Request body is larger than 1048576 bytes");
      RawHttp.Reply oneChunk = post(miner, "/gen_image", headers, utf8("7fffffff\r\nyyyy"));
      assertThat(oneChunk.status()).isEqualTo(413);
    }
  }

  @Test
  void aBodyOfExactlyTheLargestSizeIsTaken() throws IOException {
    try (TestMiner miner = TestMiner.withImages()) {
      String before = "{\"prompt\": \"x\", \"pad\": \"";
      byte[] body = utf8(before + "y".repeat(1024 * 1024 - before.length() - 2) + "\"}");
      assertThat(post(miner, "/gen_image", signed(miner, body), body).status()).isEqualTo(201);
    }
  }

  @Test
  void whatIsNoHttpIsAnsweredWithoutRepeatingIt() throws IOException {
    try (TestMiner miner = TestMiner.withImages()) {
      for (String odd :
          List.of(
              "GET /<script> HTTP/1.1\r\nHost: x\r\n\r\n",
              "GET /health HTTP/1.1\r\nHost: <script>:x\r\n\r\n",
              "GET /health HTTP/1.1\r\n\r\n",
              "GET /health HTTP/1.1\r\nHost: x\r\nContent-Length: <script>\r\n\r\n",
              "GET /%zz<script> HTTP/1.1\r\nHost: x\r\n\r\n",
              "\u0000\u0001<script>\r\n\r\n")) {
        RawHttp.Reply reply = RawHttp.exchange(miner.port(), utf8(odd));
        assertThat(reply.status()).as(odd).isIn(0, 400, 404);
        assertThat(reply.body()).as(odd).doesNotContain("script");
      }
    }
  }

  @Test
  void minerInfoAnswersWithTheLastCountsWhileTheDatabaseIsAway() throws IOException {
    try (TestMiner miner = TestMiner.withImages()) {
      post(miner, "/gen_image", signed(miner, CHALLENGE), CHALLENGE);
      String before = get(miner, "/miner_info", signed(miner, NOTHING)).body();
      miner.store.setAway(true);
      RawHttp.Reply away = get(miner, "/miner_info", signed(miner, NOTHING));
      assertThat(away.status()).isEqualTo(200);
      assertThat(away.body()).contains("\"total\": 1, \"pending\": 1").isEqualTo(before);
      RawHttp.Reply status = get(miner, "/status/" + UUID.randomUUID(), signed(miner, NOTHING));
      assertThat(status.status()).isEqualTo(503);
      assertThat(status.headers()).containsEntry("retry-after", "5");
    }
  }

  @Test
  void statusShowsEveryDeliveryOfATask() throws IOException {
    try (TestMiner miner = TestMiner.withImages()) {
      RawHttp.Reply made = post(miner, "/gen_image", signed(miner, CHALLENGE), CHALLENGE);
      TaskId id = TaskId.parse(json(made).path("task_id").stringValue()).orElseThrow();
      Task task = miner.store.find(id).orElseThrow().started(miner.clock.instant());
      miner.store.save(
          task.ticketed(new JobTicket("runway", "m", "job-1", TestMiner.START, Map.of())));
      miner.store.recordAttempt(
          id, new Attempt(TestMiner.START, Optional.empty(), "no \"answer\"", "not-delivered"));
      miner.store.recordAttempt(
          id, new Attempt(TestMiner.START, Optional.of(200), "Task recorded", "recorded"));
      JsonNode status = json(get(miner, "/status/" + id, signed(miner, NOTHING)));
      assertThat(status.path("checkpoint").path("job_id").stringValue()).isEqualTo("job-1");
      JsonNode deliveries = status.path("deliveries");
      assertThat(deliveries.size()).isEqualTo(2);
      assertThat(deliveries.get(0).path("status").isNull()).isTrue();
      assertThat(deliveries.get(0).path("answer").stringValue()).isEqualTo("no \"answer\"");
      assertThat(deliveries.get(1).path("status").intValue()).isEqualTo(200);
      assertThat(deliveries.get(1).path("at").isFloatingPointNumber()).isTrue();
    }
  }

  @Test
  void nestedParametersAreShownAsTheyCame() throws IOException {
    try (TestMiner miner = TestMiner.withImages()) {
      byte[] body =
          utf8(
              "{\"prompt\":\"x\",\"parameters\":{\"a\":[1,null,{\"b\":false,\"c\":[]}],\"d\":{}}}");
      RawHttp.Reply made = post(miner, "/gen_image", signed(miner, body), body);
      String path = "/status/" + json(made).path("task_id").stringValue();
      assertThat(get(miner, path, signed(miner, NOTHING)).body())
          .contains("\"parameters\": {\"a\": [1, null, {\"b\": false, \"c\": []}], \"d\": {}}");
    }
  }

  @Test
  void requestsBeyondTheLimitAreAskedToComeBack() throws IOException {
    HttpLimits one = new HttpLimits(10, 1, 32_768, 1_024, seconds(15), seconds(20), seconds(1));
    try (TestMiner miner = new TestMiner(List.of(TestMiner.imageService()), one, 10);
        Socket first = waitingForItsBody(miner)) {
      RawHttp.Reply second = get(miner, "/health", signed(miner, NOTHING));
      assertThat(second.status()).isEqualTo(503);
      assertThat(second.headers()).containsEntry("retry-after", "5");
      first.getOutputStream().write(CHALLENGE);
      assertThat(RawHttp.read(first.getInputStream(), false).status()).isEqualTo(201);
    }
  }

  @Test
  void aStopFinishesTheAnswersUnderWay() throws Exception {
    TestMiner miner = TestMiner.withImages();
    try (Socket socket = waitingForItsBody(miner)) {
      CompletableFuture<Void> stopped = CompletableFuture.runAsync(miner::close);
      socket.getOutputStream().write(CHALLENGE);
      assertThat(RawHttp.read(socket.getInputStream(), false).status()).isEqualTo(201);
      stopped.get();
    }
  }

  @Test
  void aPortThatIsTakenIsSaidInWordsForTheOperator() throws IOException {
    try (TestMiner miner = TestMiner.withImages()) {
      assertThat(miner.openAnother(miner.port()))
          .isInstanceOfSatisfying(
              MinerHttpServer.Opening.CannotListen.class,
              taken ->
                  assertThat(taken.reason())
                      .contains("127.0.0.1:" + miner.port())
                      .contains("BT_AXON_PORT"));
    }
  }

  private static TestMiner impatient() {
    HttpLimits limits =
        new HttpLimits(
            10, 10, 32_768, 1_024, seconds(1), Duration.ofMillis(300), Duration.ofMillis(200));
    return new TestMiner(List.of(TestMiner.imageService()), limits, 10);
  }

  /** A request whose headers have been judged good and whose body the server waits for. */
  private static Socket waitingForItsBody(TestMiner miner) throws IOException {
    Map<String, String> headers = signed(miner, CHALLENGE);
    headers.put("Expect", "100-continue");
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), miner.port());
    socket.setSoTimeout(10_000);
    socket.getOutputStream().write(RawHttp.request("POST", "/gen_image", headers, NOTHING));
    InputStream in = socket.getInputStream();
    assertThat(new String(in.readNBytes(25), StandardCharsets.US_ASCII))
        .isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
    return socket;
  }

  private static RawHttp.Reply post(
      TestMiner miner, String path, Map<String, String> headers, byte[] body) throws IOException {
    return RawHttp.exchange(miner.port(), RawHttp.request("POST", path, headers, body));
  }

  private static RawHttp.Reply get(TestMiner miner, String path, Map<String, String> headers)
      throws IOException {
    return RawHttp.exchange(miner.port(), RawHttp.request("GET", path, headers, NOTHING));
  }

  private static Map<String, String> signed(TestMiner miner, byte[] body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Host", "127.0.0.1");
    headers.put("X-Webhook-URL", "http://127.0.0.1:9/generative_callback");
    if (body.length > 0) {
      headers.put("Content-Length", Integer.toString(body.length));
    }
    headers.putAll(
        new EpistulaSigner(TestMiner.VALIDATOR, miner.clock, () -> UUID.randomUUID().toString())
            .sign(body, Optional.of(TestMiner.MINER.address()))
            .asMap());
    return headers;
  }

  private static JsonNode json(RawHttp.Reply reply) {
    return JsonMapper.shared().readTree(reply.body());
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
