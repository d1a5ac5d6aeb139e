package io.gasminer.miner.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.Vectors;
import io.gasminer.miner.task.Media;
import io.gasminer.miner.task.Modality;
import io.gasminer.miner.task.SeenRequest;
import io.gasminer.miner.task.Task;
import io.gasminer.miner.task.TaskId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks this server all that the known miner was asked, and compares the answers byte by byte. */
class KnownMinerHttpTest {
  private static final Pattern TIMES =
      Pattern.compile(
          "\"(timestamp|created_at|started_at|completed_at|processing_time|uptime)\": \\d+\\.\\d+");

  // A recording is a map of headers, so the one that repeats a header lost them; see
  // MinerHttpServerTest.aRepeatedHeaderCountsOnce.
  private static final String RECORDED_WITHOUT_ITS_HEADERS = "duplicate signed-for (first wins?)";

  // What every task shows besides: docs/differences.md#status-shows-deliveries.
  private static final String NO_DELIVERIES = ", \"deliveries\": []";

  // What health and miner_info show besides: docs/differences.md#health-shows-the-metagraph.
  private static final String METAGRAPH = ", \"metagraph\": \\{\"block\": 1, \"age\": \\d+\\.\\d+}";

  @Test
  void everyExchangeEndsAsWithTheKnownMinerUnlessDocumentedOtherwise() throws IOException {
    JsonNode cases = Vectors.read("http.json").path("cases");
    AcceptedDifferences accepted = new AcceptedDifferences();
    List<String> wrong = new ArrayList<>();
    try (TestMiner miner = TestMiner.withImages();
        TestMiner idle = new TestMiner(List.of(), HttpLimits.DEFAULT, 1_000)) {
      for (JsonNode exchange : cases) {
        String name = exchange.path("name").stringValue();
        if (name.equals(RECORDED_WITHOUT_ITS_HEADERS)) {
          continue;
        }
        String difference = difference(exchange, name.startsWith("no services:") ? idle : miner);
        if (!accepted.explains(name, difference)) {
          wrong.add(name + ": " + difference);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(accepted.unused()).isEmpty();
    assertThat(cases.size()).isEqualTo(236);
  }

  @Test
  void everyAcceptedDifferenceIsDocumented() throws IOException {
    String document = Files.readString(Path.of("..", "docs", "differences.md"));
    assertThat(AcceptedDifferences.anchors())
        .allSatisfy(anchor -> assertThat(document).contains("### " + anchor + "\n"));
  }

  @Test
  void minerInfoCountsTasksAsTheKnownMinerDoes() throws IOException {
    JsonNode state = Vectors.read("state.json");
    JsonNode signed = Vectors.read("http.json").path("cases").get(1).path("request");
    try (TestMiner miner = TestMiner.withImages()) {
      for (JsonNode file : state.path("files")) {
        JsonNode known = JsonMapper.shared().readTree(file.path("text").stringValue()).path("task");
        Task task =
            Task.accepted(
                TaskId.parse(known.path("task_id").stringValue()).orElseThrow(),
                Modality.IMAGE,
                known.path("prompt").stringValue(),
                Map.of(),
                known.path("webhook_url").stringValue(),
                known.path("signed_by").stringValue(),
                time(known, "created_at"));
        miner.store.accept(task, new SeenRequest(task.id().toString(), Instant.MAX));
        if (known.path("status").stringValue().equals("processing")) {
          miner.store.save(task.started(time(known, "started_at")));
        }
      }
      miner.clock.set(Instant.ofEpochMilli(signed.path("sent_at_ms").longValue()));
      RawHttp.Reply reply = RawHttp.exchange(miner.port(), bytes(signed, miner.port()));
      assertThat(state.path("miner_info_while_processing").stringValue())
          .satisfies(
              known ->
                  assertThat(withoutTimes(known))
                      .startsWith(reply.status() + " " + ourBody(reply)));
    }
  }

  private static String difference(JsonNode exchange, TestMiner miner) throws IOException {
    JsonNode request = exchange.path("request");
    miner.clock.set(Instant.ofEpochMilli(request.path("sent_at_ms").longValue()));
    String knownBody = knownBody(exchange);
    miner.nextIds.clear();
    if (knownBody.contains("\"task_id\"")) {
      miner.nextIds.add(
          UUID.fromString(JsonMapper.shared().readTree(knownBody).path("task_id").stringValue()));
    }
    bringToTheRecordedState(exchange, miner);
    RawHttp.Reply reply = RawHttp.exchange(miner.port(), bytes(request, miner.port()));
    Map<String, String> known = new TreeMap<>(knownHeaders(exchange));
    Map<String, String> ours = new TreeMap<>(reply.headers());
    List.of("date", "server", "content-length", "connection")
        .forEach(
            name -> {
              known.remove(name);
              ours.remove(name);
            });
    known.computeIfPresent(
        "location", (name, url) -> url.replace(":8161/", ":" + miner.port() + "/"));
    String expected = knownStatus(exchange) + " " + known + " " + withoutTimes(knownBody);
    String actual = reply.status() + " " + ours + " " + ourBody(reply).replace(NO_DELIVERIES, "");
    return expected.equals(actual) ? "" : "known " + cut(expected) + " | ours " + cut(actual);
  }

  private static byte[] bytes(JsonNode request, int port) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    request
        .path("headers")
        .properties()
        .forEach(entry -> headers.put(entry.getKey(), entry.getValue().asString()));
    headers.replace("Host", "127.0.0.1:" + port);
    return RawHttp.request(
        request.path("method").stringValue(),
        request.path("path").stringValue(),
        headers,
        body(request));
  }

  // The recording keeps 400 bytes of a body; the three that are longer repeat one pattern.
  private static byte[] body(JsonNode request) {
    byte[] kept = HexFormat.of().parseHex(request.path("body_hex").stringValue());
    int length = request.path("headers").path("Content-Length").asInt(kept.length);
    if (length == kept.length) {
      return kept;
    }
    String start = new String(kept, StandardCharsets.UTF_8);
    if (start.contains("pad")) {
      String before = "{\"prompt\": \"x\", \"parameters\": {\"pad\": \"";
      return (before + "y".repeat(length - before.length() - 3) + "\"}}")
          .getBytes(StandardCharsets.UTF_8);
    }
    return (start.contains("[[")
            ? "{\"prompt\":\"x\",\"parameters\":" + "[".repeat(2000) + "]".repeat(2000) + "}"
            : "{\"prompt\": \"" + "\\ud83e\\udd8a".repeat(101) + "\"}")
        .getBytes(StandardCharsets.UTF_8);
  }

  // The recorded miner had a provider; here the store is told what that provider had done.
  private static void bringToTheRecordedState(JsonNode exchange, TestMiner miner) {
    String path = exchange.path("request").path("path").stringValue();
    if (!exchange.path("name").stringValue().startsWith("status after")) {
      return;
    }
    TaskId id = TaskId.parse(path.substring("/status/".length())).orElseThrow();
    Task task = miner.store.find(id).orElseThrow();
    JsonNode known = JsonMapper.shared().readTree(exchange.path("response_body").stringValue());
    if (known.path("status").asString("").equals("failed")) {
      Task failed =
          task.started(time(known, "started_at"))
              .failed(known.path("error_message").stringValue(), time(known, "completed_at"));
      miner.store.save(failed);
    } else {
      Media media = new Media(new byte[1], "image/png", Map.of());
      miner.store.save(task.started(task.createdAt()));
      miner.store.save(task.started(task.createdAt()).completed(media, task.createdAt()));
    }
  }

  private static Instant time(JsonNode known, String field) {
    return Instant.ofEpochMilli((long) (known.path(field).doubleValue() * 1000));
  }

  // Where the known miner first said 100, the recording holds the real answer in the body.
  private static int knownStatus(JsonNode exchange) {
    int status = exchange.path("status").intValue();
    return status == 100
        ? Integer.parseInt(exchange.path("response_body").stringValue().split(" ", 3)[1])
        : status;
  }

  private static Map<String, String> knownHeaders(JsonNode exchange) {
    Map<String, String> headers = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    exchange.path("response_headers").forEach(line -> lines.add(line.stringValue()));
    String body = exchange.path("response_body").stringValue();
    if (exchange.path("status").intValue() == 100) {
      lines.addAll(body.substring(0, body.indexOf("\r\n\r\n")).lines().skip(1).toList());
    }
    for (String line : lines) {
      headers.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2));
    }
    return headers;
  }

  private static String knownBody(JsonNode exchange) {
    String body = exchange.path("response_body").stringValue();
    return exchange.path("status").intValue() == 100
        ? body.substring(body.indexOf("\r\n\r\n") + 4)
        : body;
  }

  private static String withoutTimes(String body) {
    return TIMES.matcher(body).replaceAll("\"$1\": <float>");
  }

  private static String ourBody(RawHttp.Reply reply) {
    return withoutTimes(reply.body()).replaceFirst(METAGRAPH, "");
  }

  private static String cut(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= 900 ? text : new String(bytes, 0, 900, StandardCharsets.UTF_8) + "…";
  }
}
