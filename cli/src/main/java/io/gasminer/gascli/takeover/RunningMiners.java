package io.gasminer.gascli.takeover;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Owns the question whether one of the two miners is at work.
 *
 * @param pm2 the folder of PM2, which writes its processes' numbers there
 */
record RunningMiners(Path pm2) {
  private static final String APP = "bitmind-generative-miner";
  private static final int PATIENCE_MILLIS = 1_000;

  /** Why this miner's state may not be touched, if it may not. */
  static Optional<String> ours(Path state) {
    Path lock = state.resolve("miner.lock");
    if (!Files.exists(lock)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock claimed = channel.tryLock()) {
      return claimed == null ? Optional.of(inUse(state)) : Optional.empty();
    } catch (OverlappingFileLockException heldHere) {
      return Optional.of(inUse(state));
    } catch (IOException unreadable) {
      return Optional.of(
          lock + " cannot be opened (" + unreadable + "); run this as the miner's user");
    }
  }

  private static String inUse(Path state) {
    return "this miner runs on the state folder "
        + state
        + ". Next step: gascli generator stop, and then this again";
  }

  /** How it is known that the known miner is at work, if it seems to be. */
  Optional<String> known(int port) {
    return pm2Process()
        .map(pid -> "PM2 runs " + APP + " as process " + pid)
        .or(
            () ->
                answers(port)
                    ? Optional.of("something listens on its port " + port)
                    : Optional.empty());
  }

  private Optional<Long> pm2Process() {
    try (Stream<Path> files = Files.list(pm2.resolve("pids"))) {
      List<Path> own =
          files.filter(file -> file.getFileName().toString().startsWith(APP)).limit(100).toList();
      for (Path file : own) {
        try (var content = Files.newInputStream(file)) {
          String text =
              new String(content.readNBytes(20), java.nio.charset.StandardCharsets.US_ASCII);
          if (text.strip().matches("\\d{1,10}")) {
            long pid = Long.parseLong(text.strip());
            if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()) {
              return Optional.of(pid);
            }
          }
        }
      }
    } catch (IOException noPm2) {
      // Then PM2 runs nothing.
    }
    return Optional.empty();
  }

  private static boolean answers(int port) {
    if (port == 0) {
      return false;
    }
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }
}
