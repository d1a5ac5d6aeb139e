package io.gasminer.miner.config;

import java.util.List;

/**
 * Owns one row of the configuration.
 *
 * @param name the environment variable, and the key in {@code .env.gen_miner}
 * @param aliases older names that are taken too
 * @param standard the default as it would be written; empty when there is none
 * @param secret whether the value must never be shown
 * @param group the heading under which template and documentation list it
 * @param meaning one sentence for the operator
 */
public record Setting(
    String name,
    List<String> aliases,
    String standard,
    boolean secret,
    String group,
    String meaning) {
  /**
   * The long flag: {@code --miner.webhook-timeout} for the miner's own, else the name in
   * kebab-case.
   */
  public String flag() {
    String kebab = name.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    return kebab.startsWith("miner-")
        ? "--miner." + kebab.substring("miner-".length())
        : "--" + kebab;
  }
}
