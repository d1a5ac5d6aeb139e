package io.gasminer.miner.config;

/** Owns the texts that are made from the rows: the template file and the documentation's table. */
public final class EnvTemplate {
  private EnvTemplate() {}

  /** The text of {@code .env.gen_miner.template}. */
  public static String template() {
    StringBuilder text = new StringBuilder();
    text.append(
        "# Copy to .env.gen_miner (mode 0600) and fill in. Environment variables win over\n");
    text.append("# this file, flags win over both. What is commented out shows its default.\n");
    String group = "";
    for (Setting setting : Settings.all()) {
      if (!setting.group().equals(group)) {
        group = setting.group();
        text.append("\n# --- ").append(group).append(" ---\n");
      }
      text.append("# ").append(setting.meaning()).append('\n');
      text.append(setting.standard().isEmpty() ? "" : "# ");
      text.append(setting.name()).append('=').append(setting.standard()).append('\n');
    }
    return text.toString();
  }

  /** The table of settings in Markdown. */
  public static String table() {
    StringBuilder text = new StringBuilder("| variable | default | meaning |\n|---|---|---|\n");
    for (Setting setting : Settings.all()) {
      text.append("| `").append(setting.name()).append('`');
      setting.aliases().forEach(alias -> text.append(" (`").append(alias).append("`)"));
      text.append(" | ").append(setting.standard().isEmpty() ? "" : "`" + setting.standard() + "`");
      text.append(" | ").append(setting.meaning()).append(" |\n");
    }
    return text.toString();
  }
}
