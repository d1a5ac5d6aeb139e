package io.gasminer.gascli.probe;

import io.gasminer.gascli.paper.Lines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Owns how a process is named for people, from what the kernel shows of it. */
public record ProcessWords(Path proc) {
  private static final int LONGEST = 60;

  /** Its command line in brief; its number alone where that is not shown. */
  public String of(long pid) {
    String line = read(pid, "cmdline").replace('\0', ' ').strip();
    String name = line.isEmpty() ? read(pid, "comm").strip() : line;
    String brief = name.length() > LONGEST ? name.substring(0, LONGEST) + "…" : name;
    return "process " + pid + (brief.isEmpty() ? "" : " (" + Lines.printable(brief) + ")");
  }

  /** What the kernel shows under that name; nothing where it does not. */
  public String read(long pid, String name) {
    try {
      return new String(
          Files.readAllBytes(proc.resolve(Long.toString(pid)).resolve(name)),
          StandardCharsets.UTF_8);
    } catch (IOException notShown) {
      return "";
    }
  }
}
