package io.gasminer.gascli.doctor;

import io.gasminer.gascli.paper.BriefName;
import io.gasminer.miner.provenance.AnchorWatch;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Whether the validators' anchors that the configured models lead to last for a while. */
record AnchorCheck(List<String> signers, InstantSource clock) implements Check {
  @Override
  public String subject() {
    return "anchors";
  }

  @Override
  public List<Finding> look() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<Finding> endings =
        AnchorWatch.endings(signers, today).stream()
            .<Finding>map(
                ending ->
                    new Finding.Warning(
                        "the validators' anchor "
                            + BriefName.of(ending.entry().anchor().name())
                            + " "
                            + ending.when(),
                        "the provider must move to another one, and validators refuse its media"
                            + " until they hold that",
                        "watch the gate's verdicts, and have another model ready; 'gascli trust"
                            + " list' shows all anchors"))
            .toList();
    return !endings.isEmpty()
        ? endings
        : List.of(
            new Finding.Ok(
                signers.isEmpty()
                    ? "no configured model leads to any"
                    : "those of "
                        + String.join(", ", signers)
                        + " last more than "
                        + AnchorWatch.DAYS_OF_WARNING
                        + " days"));
  }
}
