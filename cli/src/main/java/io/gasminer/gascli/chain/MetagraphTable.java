package io.gasminer.gascli.chain;

import io.gasminer.bittensor.chain.Axon;
import io.gasminer.bittensor.chain.Metagraph;
import io.gasminer.bittensor.chain.Neuron;
import io.gasminer.bittensor.epistula.EpistulaVerifier;
import io.gasminer.bittensor.ss58.Ss58Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Owns how a metagraph is shown as a table.
 *
 * @param own the hotkey that is marked
 */
public record MetagraphTable(
    Metagraph metagraph, NeuronOrder order, boolean validatorsOnly, Optional<Ss58Address> own) {
  private static final int BESIDE_THE_HOTKEY = 72;
  private static final int WHOLE_HOTKEY = 48;
  private static final int SHORTEST_HOTKEY = 9;

  /** The neurons that are shown, in order. */
  public List<Neuron> rows() {
    return metagraph.neurons().stream()
        .filter(neuron -> !validatorsOnly || mayCall(neuron))
        .sorted(order.comparator())
        .toList();
  }

  /** Whether the miner answers the neuron's requests: by stake alone. */
  static boolean mayCall(Neuron neuron) {
    return neuron.stakeInTokens() >= EpistulaVerifier.MINIMUM_STAKE;
  }

  /** The table, and a line that sums it up; the hotkeys are cut where it would be too wide. */
  public String text(int width) {
    int hotkey = Math.clamp((long) width - BESIDE_THE_HOTKEY, SHORTEST_HOTKEY, WHOLE_HOTKEY);
    int[] row = {5, -hotkey, 15, -6, -21, 9, 10};
    List<String> lines = new ArrayList<>();
    lines.add(line(row, "UID", "HOTKEY", "STAKE", "PERMIT", "AXON", "INCENTIVE", "UPDATED"));
    for (Neuron neuron : rows()) {
      lines.add(
          line(
              row,
              (isOwn(neuron) ? "*" : "") + neuron.uid(),
              cut(neuron.hotkey().toString(), hotkey),
              String.format(Locale.ROOT, "%,.2f", neuron.stakeInTokens()),
              neuron.validatorPermit() ? "yes" : "-",
              neuron.axon().map(Axon::place).orElse("-"),
              String.format(Locale.ROOT, "%.5f", neuron.incentive()),
              Long.toString(neuron.lastUpdate())));
    }
    lines.add(summary());
    return String.join(System.lineSeparator(), lines);
  }

  private String summary() {
    long callers = metagraph.neurons().stream().filter(MetagraphTable::mayCall).count();
    return String.format(
        Locale.ROOT,
        "subnet %d at block %d: %d neurons, %d validators that may call (stake of %,.0f or more),"
            + " tempo %d, %s",
        metagraph.netuid(),
        metagraph.block(),
        metagraph.neurons().size(),
        callers,
        EpistulaVerifier.MINIMUM_STAKE,
        metagraph.tempo(),
        ownWords());
  }

  private String ownWords() {
    return own.map(
            key ->
                metagraph.neurons().stream()
                    .filter(neuron -> neuron.hotkey().equals(key))
                    .findFirst()
                    .map(neuron -> "this miner has uid " + neuron.uid())
                    .orElse("this miner's hotkey is not registered here"))
        .orElse("this miner's hotkey is not known");
  }

  private boolean isOwn(Neuron neuron) {
    return own.filter(neuron.hotkey()::equals).isPresent();
  }

  // A negative width stands for a column whose cells begin at its left.
  private static String line(int[] widths, String... cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      String pad = " ".repeat(Math.max(0, Math.abs(widths[i]) - cells[i].length()));
      line.append(i == 0 ? "" : " ").append(widths[i] < 0 ? cells[i] + pad : pad + cells[i]);
    }
    return line.toString().stripTrailing();
  }

  private static String cut(String text, int width) {
    if (text.length() <= width) {
      return text;
    }
    int tail = (width - 1) / 2;
    return text.substring(0, width - 1 - tail) + "…" + text.substring(text.length() - tail);
  }
}
