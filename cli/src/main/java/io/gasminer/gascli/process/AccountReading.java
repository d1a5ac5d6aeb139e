package io.gasminer.gascli.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Owns the reading of {@code supervision.json} by the commands; the supervisor never reads it. */
final class AccountReading {
  private static final int LARGEST = 256 * 1024;

  private AccountReading() {}

  /** The account, or empty where there is none that can be read. */
  static Optional<Account> from(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      JsonNode root = JsonMapper.shared().readTree(content.readNBytes(LARGEST));
      return root.path("version").asInt(0) == Account.VERSION
          ? Optional.of(account(root))
          : Optional.empty();
    } catch (IOException
        | JacksonException
        | DateTimeException
        | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static Account account(JsonNode root) {
    return new Account(
        root.path("supervisorPid").asLong(0),
        Instant.parse(root.path("since").asString("")),
        Account.State.valueOf(root.path("state").asString("").toUpperCase(Locale.ROOT)),
        root.path("minerPid").isNumber()
            ? Optional.of(
                new Account.Running(
                    root.path("minerPid").asLong(0),
                    Instant.parse(root.path("startedAt").asString(""))))
            : Optional.empty(),
        new Account.History(
            root.path("restarts").asInt(0),
            exit(root.path("lastExit")),
            root.path("nextStartAt").asStringOpt().map(Instant::parse),
            root.path("boot").asString("")),
        new Account.Serving(
            root.path("command").valueStream().map(word -> word.asString("")).toList(),
            root.path("host").asString(""),
            root.path("port").asInt(0),
            Path.of(root.path("logFile").asString(""))));
  }

  private static Optional<LastExit> exit(JsonNode exit) {
    return exit.isObject()
        ? Optional.of(
            new LastExit(
                exit.path("code").asInt(RestartPolicy.UNKNOWN),
                Instant.parse(exit.path("at").asString("")),
                exit.path("reason").asString("")))
        : Optional.empty();
  }
}
