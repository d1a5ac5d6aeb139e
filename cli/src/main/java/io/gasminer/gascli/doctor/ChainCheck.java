package io.gasminer.gascli.doctor;

import io.gasminer.bittensor.chain.Answer;
import io.gasminer.bittensor.rpc.Endpoint;
import io.gasminer.gascli.chain.ChainLook;
import io.gasminer.gascli.chain.ChainSession;
import io.gasminer.gascli.chain.StatusReport;
import io.gasminer.gascli.paper.Spans;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether one endpoint of the chain answers, and of today.
 *
 * @param others whether there are further ones that stand in for it
 */
record ChainCheck(Endpoint endpoint, boolean others, Duration within, InstantSource clock)
    implements Check {
  @Override
  public String subject() {
    return "chain";
  }

  @Override
  public List<Finding> look() {
    try (ChainSession session = ChainSession.open(List.of(endpoint), within)) {
      return switch (session.look()) {
        case Answer.Unavailable<ChainLook>(String reason) -> List.of(away(Advice.of(reason)));
        case Answer.Got<ChainLook>(ChainLook look) -> judged(look);
      };
    }
  }

  private Finding away(Advice advice) {
    String next =
        "look at this machine's network and at BT_CHAIN_ENDPOINT; several endpoints may be given"
            + " with commas between";
    return others
        ? new Finding.Warning(advice.what(), "another endpoint stands in for it", next)
        : Finding.passing(
            advice.what(),
            "who the validators are cannot be asked, and nothing is announced",
            next);
  }

  private List<Finding> judged(ChainLook look) {
    StatusReport report = new StatusReport(look, clock.instant());
    String name = look.endpoint().label();
    List<Finding> found = new ArrayList<>();
    if (report.isStale()) {
      found.add(
          Finding.passing(
              name + ": the newest block is " + Spans.words(report.age()) + " old, not 12 s",
              "the node is behind or the chain stands still, so its validators may be of yesterday",
              "name another endpoint in BT_CHAIN_ENDPOINT, or wait"));
    }
    if (report.isFarBehind()) {
      found.add(
          new Finding.Warning(
              name + ": the last final block is " + report.lag() + " behind the newest",
              "an announcement is waited for until it is final, and will be late",
              "name another endpoint in BT_CHAIN_ENDPOINT, or wait"));
    }
    if (found.isEmpty()) {
      found.add(
          new Finding.Ok(
              name
                  + ": block "
                  + look.status().block()
                  + ", "
                  + Math.max(0, report.age().toSeconds())
                  + " s old, final "
                  + report.lag()
                  + " behind; spec "
                  + look.status().specVersion()));
    }
    return found;
  }
}
