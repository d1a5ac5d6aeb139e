package io.gasminer.gascli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a miner may open as many files and connections as it needs.
 *
 * @param proc where the kernel shows its processes
 * @param miner the one that runs; without it this process stands for it
 */
record OpenFilesCheck(Path proc, Shared<OptionalLong> miner) implements Check {
  private static final long LEAST = 256;
  private static final long ENOUGH = 4_096;
  private static final Pattern LINE = Pattern.compile("(?m)^Max open files +(\\d+|unlimited) ");

  @Override
  public String subject() {
    return "open files";
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    OptionalLong running = miner.get();
    String whose = running.isPresent() ? " to the running miner" : " here";
    String process = running.isPresent() ? Long.toString(running.getAsLong()) : "self";
    OptionalLong limit = limit(proc.resolve(process).resolve("limits"));
    if (limit.isEmpty()) {
      return List.of(new Finding.Ok("how many are allowed cannot be told here"));
    }
    long files = limit.getAsLong();
    if (files == Long.MAX_VALUE || files >= ENOUGH) {
      return List.of(
          new Finding.Ok((files == Long.MAX_VALUE ? "no limit" : files + " allowed") + whose));
    }
    String means = "every request, delivery and call of a provider takes one, and so do the jars";
    String next =
        "ulimit -n " + ENOUGH + " before the start; LimitNOFILE=" + ENOUGH + " in a systemd unit";
    return List.of(
        files < LEAST
            ? Finding.lasting(
                "only " + files + " allowed" + whose, means + "; the miner runs out of them", next)
            : new Finding.Warning(
                files + " allowed" + whose, means + "; under load it may run out of them", next));
  }

  private static OptionalLong limit(Path limits) {
    try {
      Matcher line = LINE.matcher(Files.readString(limits));
      return !line.find()
          ? OptionalLong.empty()
          : OptionalLong.of(
              line.group(1).equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(line.group(1)));
    } catch (IOException | NumberFormatException notTold) {
      return OptionalLong.empty();
    }
  }
}
