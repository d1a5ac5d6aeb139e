package io.gasminer.gascli.charge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Owns a folder that looks like {@code /proc}. */
public record FakeProcesses(Path proc) {
  /** One with nobody in it. */
  public static FakeProcesses in(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("self"));
    return new FakeProcesses(folder);
  }

  public ProcessFiles files() {
    return new ProcessFiles(proc);
  }

  /** Adds a process. */
  public FakeProcesses add(long pid, long parent, String name, String... command)
      throws IOException {
    write(pid, "status", "Name:\t" + name + "\nState:\tS (sleeping)\nPPid:\t" + parent + "\n");
    write(pid, "comm", name + "\n");
    return write(pid, "cmdline", String.join("\0", command) + "\0");
  }

  public FakeProcesses group(long pid, String group) throws IOException {
    return write(pid, "cgroup", group + "\n");
  }

  public FakeProcesses environment(long pid, String... variables) throws IOException {
    return write(pid, "environ", String.join("\0", variables) + "\0");
  }

  public FakeProcesses write(long pid, String file, String text) throws IOException {
    Path folder = Files.createDirectories(proc.resolve(Long.toString(pid)));
    Files.writeString(folder.resolve(file), text);
    return this;
  }

  public FakeProcesses write(String file, String text) throws IOException {
    Files.writeString(proc.resolve(file), text);
    return this;
  }
}
