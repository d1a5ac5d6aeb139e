package io.gasminer.gascli.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Owns the process that keeps one miner running in the background.
 *
 * <p>Reads the wallet's password, if there is one, from standard input and keeps it in memory
 * alone; the miner gets it in its environment. SIGTERM stops the miner and then this process.
 */
public final class Supervisor {
  /** Another supervisor watches over this state folder. */
  static final int TAKEN = 3;

  private static final int LONGEST_PASSWORD = 4096;
  private static final int TRIES = 10;
  private static final long BETWEEN_TRIES_MILLIS = 100;

  private Supervisor() {}

  /** Works until the miner is down for good or SIGTERM comes. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    InstantSource clock = InstantSource.system();
    Orders orders = Orders.parse(arguments);
    ProcessFolder folder = ProcessFolder.in(orders.stateDir());
    folder.create();
    ProcessLog log = new ProcessLog(folder.log(), clock);
    log.create();
    Optional<FileClaim> claim = claim(folder);
    if (claim.isEmpty()) {
      System.exit(TAKEN);
    }
    Files.writeString(folder.pid(), Long.toString(ProcessHandle.current().pid()));
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(asked, done), "asked-to-stop"));
    Telling telling =
        Telling.begin(orders, new AccountFile(folder.account()), log, clock.instant());
    new Shift(orders, environment(orders), log, telling, asked, clock).work();
    done.countDown();
    claim.get().close();
    // The hook must not wait for a thread that waits for the hook.
    Runtime.getRuntime().halt(0);
  }

  // Whoever asks whether the lock is held holds it for a moment.
  private static Optional<FileClaim> claim(ProcessFolder folder)
      throws IOException, InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    Optional<FileClaim> claim = FileClaim.on(folder.lock());
    for (int left = TRIES; claim.isEmpty() && left > 0; left--) {
      never.await(BETWEEN_TRIES_MILLIS, TimeUnit.MILLISECONDS);
      claim = FileClaim.on(folder.lock());
    }
    return claim;
  }

  private static Map<String, String> environment(Orders orders) throws IOException {
    Map<String, String> environment =
        new HashMap<>(
            orders.adopt() == 0
                ? System.getenv()
                : Environment.of(orders.adopt()).orElseGet(System::getenv));
    byte[] password = System.in.readNBytes(LONGEST_PASSWORD);
    if (password.length > 0) {
      environment.put(Environment.PASSWORD, new String(password, StandardCharsets.UTF_8));
    }
    return environment;
  }

  private static void stop(CountDownLatch asked, CountDownLatch done) {
    asked.countDown();
    try {
      done.await();
    } catch (InterruptedException forced) {
      Thread.currentThread().interrupt();
    }
  }
}
