package io.gasminer.gascli.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Owns the question which process listens on a port, as far as the kernel tells this user.
 *
 * @param proc where the kernel shows its processes
 */
record PortHolder(Path proc) {
  private static final String LISTENING = "0A";
  private static final int LOCAL = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;

  /** The process that listens; empty where it is another user's, or nobody tells. */
  Optional<Long> of(int port) {
    return List.of("tcp", "tcp6").stream()
        .flatMap(table -> inode(proc.resolve("net").resolve(table), port).stream())
        .flatMap(inode -> owner(inode).stream())
        .findFirst();
  }

  private static Optional<String> inode(Path table, int port) {
    String suffix = String.format(Locale.ROOT, ":%04X", port);
    try {
      return Files.readAllLines(table).stream()
          .map(line -> line.strip().split(" +"))
          .filter(columns -> columns.length > INODE)
          .filter(columns -> columns[LOCAL].endsWith(suffix) && columns[STATE].equals(LISTENING))
          .map(columns -> columns[INODE])
          .findFirst();
    } catch (IOException | UncheckedIOException notTold) {
      return Optional.empty();
    }
  }

  private Optional<Long> owner(String inode) {
    String socket = "socket:[" + inode + "]";
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
      for (Path process : processes) {
        if (holds(process.resolve("fd"), socket)) {
          return Optional.of(Long.parseLong(String.valueOf(process.getFileName())));
        }
      }
    } catch (IOException | NumberFormatException notTold) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean holds(Path descriptors, String socket) {
    try (DirectoryStream<Path> open = Files.newDirectoryStream(descriptors)) {
      for (Path one : open) {
        if (String.valueOf(Files.readSymbolicLink(one)).equals(socket)) {
          return true;
        }
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException anotherUsers) {
      return false;
    }
    return false;
  }
}
