package io.gasminer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.gascli.rehearsal.GascliJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Owns one run of {@code gascli} as a process, from its arguments to its exit code. */
record Gascli(int exitCode, String out, String err) {
  private static final int MINUTES = 3;

  /** Runs it to its end; what it prints is kept in the folder, which becomes its working folder. */
  static Gascli run(Path folder, String... arguments) throws IOException, InterruptedException {
    return run(folder, GascliJvm.running(List.of(arguments)));
  }

  static Gascli run(Path folder, ProcessBuilder builder) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "gascli", ".out");
    Path err = Files.createTempFile(folder, "gascli", ".err");
    Process process =
        builder
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as("it ends by itself").isTrue();
      return new Gascli(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      process.destroyForcibly();
    }
  }
}
