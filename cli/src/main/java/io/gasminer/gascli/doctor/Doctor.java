package io.gasminer.gascli.doctor;

import io.gasminer.gascli.paper.Paper;
import java.io.PrintWriter;
import java.util.List;

/** Owns one visit: everything is looked at, told, and summed up in an exit code. */
public final class Doctor {
  private Doctor() {}

  /**
   * Looks, prints each thing as soon as it is its turn, and returns the exit code.
   *
   * @throws InterruptedException when the process is told to stop
   */
  public static int tell(Installation place, Instruments tools, PrintWriter out, Paper paper)
      throws InterruptedException {
    Tally tally = new Tally();
    FindingText text = new FindingText(out, paper);
    new Examination(Checklist.of(place, tools), tools.bound())
        .run(
            (subject, findings) -> {
              findings.forEach(finding -> text.print(subject, tally.count(finding)));
              out.flush();
            });
    text.sum(tally);
    out.flush();
    return tally.exitCode();
  }

  /**
   * The same as one JSON object.
   *
   * @throws InterruptedException when the process is told to stop
   */
  public static int json(Installation place, Instruments tools, PrintWriter out)
      throws InterruptedException {
    Tally tally = new Tally();
    FindingJson json = new FindingJson(tools.clock().instant());
    new Examination(Checklist.of(place, tools), tools.bound())
        .run(
            (subject, findings) ->
                List.copyOf(findings).forEach(finding -> json.add(subject, tally.count(finding))));
    out.println(json.text(tally));
    out.flush();
    return tally.exitCode();
  }
}
