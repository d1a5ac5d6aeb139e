package io.gasminer.gascli.manual;

import io.gasminer.miner.config.Setting;
import io.gasminer.miner.config.Settings;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** Owns the page gascli(1) of the manual: commands, options, settings, files, exit codes. */
public final class ManualPage {
  private static final Set<String> SETTING_FLAGS =
      Settings.all().stream().map(Setting::flag).collect(Collectors.toUnmodifiableSet());

  private ManualPage() {}

  /** The page, as the manual's formatter reads it. */
  public static String of(CommandLine root, String version) {
    Entry gascli = Entry.of(root);
    Roff page = new Roff().title("GASCLI", "1", version, "gas-miner");
    page.section("NAME").text("gascli - " + plain(gascli.summary()));
    page.section("SYNOPSIS").synopsis("gascli", "[OPTIONS] COMMAND [ARGUMENTS]");
    page.section("DESCRIPTION");
    gascli.description().forEach(page::paragraph);
    page.paragraph(
        "Commands may be cut short where it stays clear: 'gascli gen star' is 'gascli generator"
            + " start'.");
    FirstSteps.in(page);
    page.section("OPTIONS");
    flags(page, gascli);
    page.section("COMMANDS");
    gascli
        .all()
        .filter(entry -> !entry.path().isEmpty() && entry.below().isEmpty())
        .forEach(entry -> command(page, gascli, entry));
    page.section("SETTINGS");
    page.paragraph(
        "Lines of .env.gen_miner, or variables of the environment, which win over it. Those with a"
            + " flag may be given to every command that takes settings; flags win over both.");
    Settings.all().forEach(setting -> setting(page, setting));
    surroundings(page);
    return page.toString();
  }

  private static void command(Roff page, Entry root, Entry entry) {
    page.subsection("gascli " + entry.path() + aliases(root, entry));
    page.synopsis("gascli " + entry.path(), "[OPTIONS]" + places(entry));
    entry.description().forEach(page::paragraph);
    flags(page, entry);
    entry.places().forEach(place -> page.item(place.label(), place.description()));
    if (!entry.footer().isEmpty()) {
      page.verbatim(entry.footer());
    }
  }

  private static String aliases(Entry root, Entry entry) {
    String first = entry.path().split(" ", 2)[0];
    List<String> names =
        entry.names().size() > 1
            ? entry.names()
            : root.below().stream()
                .filter(group -> group.name().equals(first))
                .findFirst()
                .map(Entry::names)
                .orElse(List.of());
    return names.size() > 1 ? " (" + String.join(" | ", names.subList(1, names.size())) + ")" : "";
  }

  private static String places(Entry entry) {
    return entry.places().stream()
        .map(place -> " " + place.label() + (place.many() ? "..." : ""))
        .collect(Collectors.joining());
  }

  private static void flags(Roff page, Entry entry) {
    boolean settings = false;
    for (Entry.Flag flag : entry.flags()) {
      if (flag.names().stream().anyMatch(SETTING_FLAGS::contains)) {
        settings = true;
      } else {
        String value =
            flag.takesValue()
                ? (flag.must() ? " " : " [") + flag.label() + (flag.must() ? "" : "]")
                : "";
        page.item(String.join(", ", flag.names()) + value, flag.description());
      }
    }
    if (settings) {
      page.paragraph("Every setting that is no secret is a flag too; see SETTINGS.");
    }
  }

  private static void setting(Roff page, Setting setting) {
    String flag = setting.secret() ? "" : ", " + setting.flag();
    String standard = setting.standard().isEmpty() ? "" : " (default " + setting.standard() + ")";
    page.item(setting.name() + flag, setting.meaning() + standard);
  }

  private static void surroundings(Roff page) {
    page.section("ENVIRONMENT");
    page.item("GASCLI_JAVA_HOME", "the Java to run with, of version 25 or newer; before JAVA_HOME");
    page.item("GASCLI_JAVA_OPTS", "more options for the JVM, with spaces between");
    page.item("GASCLI_HOME", "the folder of .env.gen_miner, for an unpacked distribution");
    page.item(
        "GASCLI_NO_ARCHIVE", "if set, no archive of loaded classes is made in the background");
    page.item("NO_COLOR", "if set, no colours");
    page.section("FILES");
    page.item(
        ".env.gen_miner",
        "the settings, beside gascli in a checkout; in an unpacked distribution beside its bin"
            + " folder or, where that cannot be written, in ~/.local/share/gas-miner");
    page.item(
        "~/.cache/gas-miner",
        "archives of loaded classes, where the distribution's folder cannot be written; may be"
            + " deleted at any time");
    page.section("EXIT STATUS");
    page.item("0", "it was done, or the miner was asked to stop");
    page.item("1", "it was not done, and trying again may help; or a file did not pass");
    page.item("2", "wrong use or configuration: trying again does not help");
  }

  private static String plain(String summary) {
    return summary.endsWith(".") ? summary.substring(0, summary.length() - 1) : summary;
  }
}
