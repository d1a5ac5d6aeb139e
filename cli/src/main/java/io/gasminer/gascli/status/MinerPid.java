package io.gasminer.gascli.status;

import io.gasminer.gascli.charge.ProcessFiles;
import io.gasminer.miner.vitals.Vitals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Owns the finding of the process that uses a state folder, without touching its lock.
 *
 * <p>First the kernel's list of locks, which names it even from outside its container; then the
 * numbers that miner and supervisor have written, each believed only while a process of that number
 * is one of gascli.
 */
record MinerPid(ProcessFiles files, Path stateDir) {
  private static final Pattern LOCK =
      Pattern.compile(
          "(?m)^\\d+: POSIX +\\S+ +WRITE +(\\d{1,10}) +([0-9a-f]+):([0-9a-f]+):(\\d+) .*$");

  Optional<Long> find(Optional<Vitals> vitals, Optional<Supervised> supervised) {
    return holder()
        .or(
            () ->
                Stream.of(supervised.flatMap(Supervised::miner), vitals.map(Vitals::pid), written())
                    .flatMap(Optional::stream)
                    .filter(this::isMiner)
                    .findFirst());
  }

  private boolean isMiner(long pid) {
    List<String> command = files.commandLine(pid);
    return files.isThere(pid)
        && command.stream().anyMatch(part -> part.contains("gascli"))
        && command.contains("run");
  }

  private Optional<Long> written() {
    try {
      String text = Files.readString(stateDir.resolve("miner.pid")).strip();
      return text.matches("\\d{1,10}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }

  private Optional<Long> holder() {
    try {
      Path lock = stateDir.resolve("miner.lock");
      long device = ((Number) Files.getAttribute(lock, "unix:dev")).longValue();
      long inode = ((Number) Files.getAttribute(lock, "unix:ino")).longValue();
      Matcher line = LOCK.matcher(files.text("locks").orElse(""));
      while (line.find()) {
        if (Long.parseLong(line.group(4)) == inode
            && Long.parseLong(line.group(2), 16) == major(device)
            && Long.parseLong(line.group(3), 16) == minor(device)) {
          return Optional.of(Long.parseLong(line.group(1))).filter(files::isThere);
        }
      }
      return Optional.empty();
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException notToldHere) {
      return Optional.empty();
    }
  }

  // As the C library of Linux packs them.
  private static long major(long device) {
    return (device >>> 8 & 0xfff) | (device >>> 32 & 0xfffff000L);
  }

  private static long minor(long device) {
    return (device & 0xff) | (device >>> 12 & 0xffffff00L);
  }
}
