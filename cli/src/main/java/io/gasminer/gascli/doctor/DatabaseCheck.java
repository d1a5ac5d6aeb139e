package io.gasminer.gascli.doctor;

import io.gasminer.gascli.paper.Lines;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.store.DatabaseLook;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether the database can be used; looked at beside a running miner, without taking its place. */
record DatabaseCheck(MinerConfig.Storage storage, Duration within, InstantSource clock)
    implements Check {
  private static final long LARGE_LOG = 256_000_000L;
  private static final Duration SLOW = Duration.ofMillis(100);
  private static final Duration CLOCKS_APART = Duration.ofSeconds(2);

  @Override
  public String subject() {
    return "database";
  }

  // SQLite is native code, and reads the whole file.
  @Override
  public boolean holdsItsThread() {
    return true;
  }

  @Override
  public List<Finding> look() {
    return switch (DatabaseLook.at(storage.databaseUrl(), storage.stateDir(), within, clock)) {
      case DatabaseLook.Nothing(Path file) ->
          List.of(new Finding.Ok("the first start makes " + file));
      case DatabaseLook.Refused(String reason) ->
          List.of(
              Finding.lasting(
                  Lines.printable(reason),
                  "the miner does not start, and its tasks cannot be read",
                  storage.databaseUrl().isPresent()
                      ? "correct user, password or database in MINER_DATABASE_URL"
                      : "make it readable for this user; a damaged file can be moved away at the"
                          + " price of its tasks"));
      case DatabaseLook.Unavailable(String reason) ->
          List.of(
              Finding.passing(
                  Lines.printable(reason),
                  "nothing is accepted or delivered while it is away",
                  "look at the database server, its disk and the network"));
      case DatabaseLook.Sqlite sqlite -> judged(sqlite);
      case DatabaseLook.Postgres postgres -> judged(postgres);
    };
  }

  private static List<Finding> judged(DatabaseLook.Sqlite sqlite) {
    List<Finding> found = new ArrayList<>();
    if (!sqlite.damage().isEmpty()) {
      found.add(
          Finding.lasting(
              sqlite.file() + " is damaged: " + Lines.printable(String.join("; ", sqlite.damage())),
              "tasks in it may be lost",
              "stop the miner, copy the file, then bring it back from a backup or move it away at"
                  + " the price of its tasks; look at the disk"));
    }
    if (!sqlite.writable()) {
      found.add(
          Finding.lasting(
              sqlite.file() + " or its folder cannot be written",
              "the miner does not start",
              "make both writable for this user"));
    }
    if (sqlite.logBytes() > LARGE_LOG) {
      found.add(
          new Finding.Warning(
              "the log beside " + sqlite.file() + " has " + Sizes.words(sqlite.logBytes()),
              "something reads without end and keeps it from being folded in; reading gets slow",
              "restart the miner; end programs that hold the file (fuser)"));
    }
    if (found.isEmpty()) {
      found.add(
          new Finding.Ok(
              "SQLite, "
                  + Sizes.words(sqlite.bytes())
                  + (sqlite.whole() ? ", sound" : ", sound as far as it was read in the time")
                  + ", log "
                  + Sizes.words(sqlite.logBytes())));
    }
    return found;
  }

  private static List<Finding> judged(DatabaseLook.Postgres postgres) {
    List<Finding> found = new ArrayList<>();
    String millis =
        String.format(Locale.ROOT, "%.1f ms", postgres.latency().toNanos() / 1_000_000.0);
    if (!postgres.writable()) {
      found.add(
          Finding.lasting(
              "PostgreSQL takes no writes from this user (a standby, or no right to make tables)",
              "the miner does not start",
              "name the primary in MINER_DATABASE_URL; grant create on schema public to the user"));
    }
    if (postgres.ahead().abs().compareTo(CLOCKS_APART) > 0) {
      found.add(
          new Finding.Warning(
              "PostgreSQL's clock is "
                  + String.format(Locale.ROOT, "%.1f s", postgres.ahead().abs().toMillis() / 1000.0)
                  + (postgres.ahead().isNegative() ? " behind" : " ahead of")
                  + " this machine's",
              "nodes judge each other's heartbeats by it, so a step may be taken over too early",
              "let both machines follow NTP"));
    }
    if (postgres.latency().compareTo(SLOW) > 0) {
      found.add(
          new Finding.Warning(
              "PostgreSQL answers a small question in " + millis,
              "every 201 waits for a commit there",
              "bring the database nearer to the miner"));
    }
    if (found.isEmpty()) {
      found.add(
          new Finding.Ok(
              "PostgreSQL " + Lines.printable(postgres.version()) + " answers in " + millis));
    }
    return found;
  }
}
