package io.gasminer.gascli.chain;

import io.gasminer.bittensor.chain.Axon;
import io.gasminer.bittensor.chain.Neuron;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Owns a metagraph as JSON, in the shape that {@code BT_METAGRAPH_FILE} takes. */
public final class MetagraphJson {
  private static final int RAO_DIGITS = 9;

  private MetagraphJson() {}

  /** The neurons that the table shows, in its order; stake in whole tokens, to the last rao. */
  public static String of(MetagraphTable table) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("netuid", table.metagraph().netuid());
    all.put("block", table.metagraph().block());
    all.put("tempo", table.metagraph().tempo());
    all.put("neurons", table.rows().stream().map(MetagraphJson::neuron).toList());
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all);
  }

  private static Map<String, Object> neuron(Neuron neuron) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("uid", neuron.uid());
    row.put("hotkey", neuron.hotkey().toString());
    BigDecimal stake = new BigDecimal(neuron.stake(), RAO_DIGITS).stripTrailingZeros();
    row.put("stake", stake.scale() < 0 ? stake.setScale(0) : stake);
    row.put("validator_permit", neuron.validatorPermit());
    neuron.axon().ifPresent(axon -> row.put("axon", axon(axon)));
    row.put("incentive", neuron.incentive());
    row.put("last_update", neuron.lastUpdate());
    row.put("active", neuron.active());
    return row;
  }

  private static Map<String, Object> axon(Axon axon) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("ip", axon.address().getHostAddress());
    row.put("port", axon.port());
    row.put("protocol", axon.protocol());
    row.put("version", axon.version());
    row.put("block", axon.block());
    return row;
  }
}
