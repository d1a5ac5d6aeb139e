package io.gasminer.gascli;

import io.gasminer.miner.config.Setting;
import io.gasminer.miner.config.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Owns the settings as flags: one for each row that is no secret, and the names that the field
 * types.
 *
 * <p>Secrets have none: what stands on a command line is seen by every user of the machine.
 */
final class SettingFlags {
  private static final Map<String, List<String>> FIELD_NAMES =
      Map.ofEntries(
          Map.entry("BT_WALLET_NAME", List.of("--wallet.name")),
          Map.entry("BT_WALLET_HOTKEY", List.of("--wallet.hotkey")),
          Map.entry("BT_WALLET_PATH", List.of("--wallet.path")),
          Map.entry("BT_NETUID", List.of("--netuid")),
          Map.entry("BT_CHAIN_ENDPOINT", List.of("--subtensor.chain_endpoint")),
          Map.entry("BT_AXON_PORT", List.of("--axon.port")),
          Map.entry("BT_AXON_IP", List.of("--axon.ip")),
          Map.entry("BT_AXON_EXTERNAL_IP", List.of("--axon.external_ip")),
          Map.entry("BT_AXON_EXTERNAL_PORT", List.of("--axon.external_port")),
          Map.entry("BT_AXON_ANNOUNCE", List.of("--axon.announce")),
          Map.entry("BT_LOGGING_LEVEL", List.of("--logging.level")),
          Map.entry("MINER_NO_FORCE_VALIDATOR_PERMIT", List.of("--no-force-validator-permit")));

  private SettingFlags() {}

  /** Adds the flags to a command. */
  static void addTo(CommandSpec command) {
    for (Setting setting : Settings.all()) {
      if (!setting.secret()) {
        command.addOption(option(setting));
      }
    }
  }

  /** The values given, by setting name. */
  static Map<String, String> given(CommandSpec command) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Setting setting : Settings.all()) {
      OptionSpec option = command.findOption(setting.flag());
      if (option != null && option.getValue() instanceof String value) {
        values.put(setting.name(), value);
      }
    }
    return values;
  }

  private static OptionSpec option(Setting setting) {
    List<String> names = new ArrayList<>(List.of(setting.flag()));
    names.addAll(FIELD_NAMES.getOrDefault(setting.name(), List.of()));
    boolean isSwitch = setting.standard().equals("true") || setting.standard().equals("false");
    OptionSpec.Builder option =
        OptionSpec.builder(names.toArray(String[]::new))
            .type(String.class)
            .paramLabel(isSwitch ? "true|false" : "VALUE")
            .description(description(setting));
    return isSwitch ? option.arity("0..1").fallbackValue("true").build() : option.build();
  }

  private static String description(Setting setting) {
    String standard = setting.standard().isEmpty() ? "" : " (default " + setting.standard() + ")";
    return (setting.meaning() + standard + "; " + setting.name()).replace("%", "%%");
  }
}
