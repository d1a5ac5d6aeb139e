package io.gasminer.bittensor.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a real runtime answered to the field's own client, message by message. */
final class RecordedTraceTest {
  @Test
  void everyRecordedMessageIsUnderstood() throws IOException {
    Path folder =
        Path.of(System.getProperty("gasminer.shared", ""), "chainkit", "vectors").toAbsolutePath();
    assumeTrue(
        Files.isDirectory(folder),
        "skipped: -Dgasminer.shared names no folder with chainkit/vectors");
    List<String> failures = new ArrayList<>();
    int messages = 0;
    try (DirectoryStream<Path> traces = Files.newDirectoryStream(folder, "rpc-trace-*.jsonl.gz")) {
      for (Path trace : traces) {
        messages += read(trace, failures);
      }
    }
    assertThat(failures).isEmpty();
    assertThat(messages).isPositive();
  }

  private static int read(Path trace, List<String> failures) throws IOException {
    FrameReader reader = new FrameReader(LinkLimits.usual().largestMessage());
    Map<String, Long> ids = new HashMap<>();
    int messages = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(trace)), StandardCharsets.UTF_8))) {
      for (String line : lines.lines().toList()) {
        JsonNode entry = JsonMapper.shared().readTree(line);
        if (!entry.path("dir").asString().equals("<")) {
          continue;
        }
        messages++;
        problem(reader, (ObjectNode) entry.path("m"), ids)
            .ifPresent(problem -> failures.add(trace.getFileName() + ": " + problem));
      }
    }
    return messages;
  }

  // The field's client numbers its calls with texts, this one with numbers.
  private static Optional<String> problem(
      FrameReader reader, ObjectNode message, Map<String, Long> ids) {
    boolean answer = message.has("id");
    long next = ids.size();
    long id = ids.computeIfAbsent(message.path("id").asString(""), text -> next);
    if (answer) {
      message.put("id", id);
    }
    return switch (reader.read(message.toString())) {
      case Frame.Answer(long read, RpcAnswer value) when answer && read == id -> Optional.empty();
      case Frame.Notice notice when !answer -> Optional.empty();
      case Frame frame -> Optional.of(Words.clean(frame.toString()));
    };
  }
}
