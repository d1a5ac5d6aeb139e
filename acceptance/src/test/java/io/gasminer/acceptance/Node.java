package io.gasminer.acceptance;

import io.gasminer.bittensor.epistula.EpistulaSigner;
import io.gasminer.gascli.rehearsal.Challenger;
import io.gasminer.gascli.rehearsal.LogLine;
import io.gasminer.gascli.rehearsal.MinerProcess;
import io.gasminer.gascli.rehearsal.RehearsalFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Owns one miner of a rehearsal: its process, what it writes, and the way to challenge it. */
final class Node implements AutoCloseable {
  private static final Pattern LISTENING = Pattern.compile("listening on [^ :]+:(\\d+)");
  private static final Pattern MISTAKE =
      Pattern.compile(
          "step-failed|chore-failed|request-failed|delivery-statistics-(?:unreadable|not-written)");
  private static final Duration START = Duration.ofSeconds(90);

  final RehearsalFolder folder;
  private final EpistulaSigner validator;
  private volatile Optional<MinerProcess> process = Optional.empty();
  private volatile Optional<Challenger> challenger = Optional.empty();

  Node(RehearsalFolder folder, EpistulaSigner validator) {
    this.folder = folder;
    this.validator = validator;
  }

  /** Starts it and waits until validators can call; results shall go to {@code webhookUrl}. */
  void start(String webhookUrl) throws IOException, InterruptedException {
    int before = written(folder.log()).length();
    MinerProcess started = MinerProcess.start(folder);
    process = Optional.of(started);
    Rehearsal.await(
        "the miner listens", START, () -> !started.isAlive() || port(before).isPresent());
    String port =
        port(before)
            .orElseThrow(
                () -> new AssertionError("the miner did not start: " + started.lastWords()));
    challenger =
        Optional.of(
            new Challenger(
                validator,
                folder.miner().address(),
                URI.create("http://127.0.0.1:" + port),
                webhookUrl));
  }

  private Optional<String> port(int before) {
    Matcher line = LISTENING.matcher(written(folder.log()).substring(before));
    return line.find() ? Optional.of(line.group(1)) : Optional.empty();
  }

  void kill() {
    process.orElseThrow().kill();
  }

  int stop() throws InterruptedException {
    return process.orElseThrow().stop();
  }

  Challenger challenger() {
    return challenger.orElseThrow();
  }

  /** What it says of a task. */
  JsonNode status(String taskId) throws IOException, InterruptedException {
    return JsonMapper.shared().readTree(challenger().get("/status/" + taskId).body());
  }

  /** The tasks of which its log tells this event. */
  Set<String> tasks(String event) {
    return written(folder.log())
        .lines()
        .flatMap(line -> LogLine.parse(line).stream())
        .filter(line -> line.event().equals(event))
        .map(LogLine::task)
        .collect(Collectors.toSet());
  }

  /** The lines that an operator would report: a mistake of the miner's own. */
  List<String> mistakes() {
    return log().lines().filter(line -> MISTAKE.matcher(line).find()).toList();
  }

  /** The jobs that its sandbox sold, one task id a line. */
  List<String> tasksThatBoughtAJob() {
    return written(folder.state().resolve("sandbox-jobs.log"))
        .lines()
        .map(line -> line.split(" "))
        .filter(fields -> fields.length == 3)
        .map(fields -> fields[2])
        .toList();
  }

  String log() {
    return written(folder.log());
  }

  String console() {
    return written(folder.console());
  }

  // A line that is just being written may end within a letter; that is no reason to fail.
  private static String written(Path file) {
    try {
      return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void close() {
    process.ifPresent(MinerProcess::kill);
  }
}
