package io.gasminer.gascli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Owns one command typed at a terminal, and what came of it. */
record Typed(int exitCode, String out, String err) {
  static Typed gascli(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = GasCli.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    int exitCode = GasCli.execute(line, arguments);
    return new Typed(exitCode, out.toString(), err.toString());
  }
}
