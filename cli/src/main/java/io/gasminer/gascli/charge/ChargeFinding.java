package io.gasminer.gascli.charge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Owns the finding out of who is in charge of a process, from its ancestors, its control group and,
 * where this user may read it, its environment.
 *
 * <p>Ancestors are asked first: a variable is inherited by whatever is started in a shell below,
 * and says little by itself.
 */
record ChargeFinding(ProcessFiles files, List<Path> containerMarks) {
  static final String SUPERVISOR = "io.gasminer.gascli.process.Supervisor";

  private static final int MOST_ANCESTORS = 6;
  private static final Pattern GOD = Pattern.compile("PM2 v[^:]*: God Daemon.*");
  private static final Pattern SERVICE = Pattern.compile("(?!user@\\d+\\.).+\\.service");
  private static final Pattern OWN_UNIT = Pattern.compile("(?i).*(gas-?miner|gascli).*");
  private static final Pattern IN_CONTAINER =
      Pattern.compile("(docker|libpod|cri-containerd|crio|containerd)[-/:]([0-9a-f]{12,64})");
  private static final Pattern DOCKERS_HOST_NAME = Pattern.compile("[0-9a-f]{12}");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9@_.:-]{1,100}");
  private static final Set<String> CONTAINER_INITS =
      Set.of("tini", "docker-init", "dumb-init", "catatonit", "podman-init");

  ChargeFinding(ProcessFiles files) {
    this(files, List.of(Path.of("/.dockerenv"), Path.of("/run/.containerenv")));
  }

  Charge of(long pid) {
    if (!files.isThere(pid)) {
      return new Charge.Gone();
    }
    long child = pid;
    for (int i = 0; i < MOST_ANCESTORS; i++) {
      Optional<Long> parent = files.parent(child);
      if (parent.isEmpty()) {
        break;
      }
      List<String> command = files.commandLine(parent.get());
      if (isSupervisor(command)) {
        return new Charge.Supervisor(parent.get());
      }
      if (GOD.matcher(String.join(" ", command)).matches()) {
        return new Charge.Pm2(app(pid));
      }
      if (!isLauncher(command)) {
        break;
      }
      child = parent.get();
    }
    long outermost = child;
    return container(pid).or(() -> systemd(pid, outermost)).orElse(new Charge.Hand(pid));
  }

  private static boolean isSupervisor(List<String> command) {
    return command.contains(SUPERVISOR);
  }

  // The script that starts the JVM, where it waits for it instead of becoming it.
  private static boolean isLauncher(List<String> command) {
    return command.stream()
        .limit(4)
        .anyMatch(part -> part.equals("gascli") || part.endsWith("/gascli"));
  }

  private String app(long pid) {
    Map<String, String> environment = files.environment(pid);
    return Optional.ofNullable(environment.get("name"))
        .filter(name -> PLAIN.matcher(name).matches())
        .or(() -> Optional.ofNullable(environment.get("pm_id")))
        .filter(name -> PLAIN.matcher(name).matches())
        .orElse("bitmind-generative-miner");
  }

  private Optional<Charge> container(long pid) {
    Matcher group = IN_CONTAINER.matcher(files.text(pid, "cgroup").orElse(""));
    if (group.find()) {
      return Optional.of(
          new Charge.Container(
              group.group(1).equals("libpod") ? "podman" : engine(group.group(1)),
              group.group(2).substring(0, 12)));
    }
    Optional<Path> mark = containerMarks.stream().filter(Files::exists).findFirst();
    if (mark.isEmpty() || !isContainersOwn(pid)) {
      return Optional.empty();
    }
    // Docker names the machine after the container, unless it was told another name.
    String host = files.environment(pid).getOrDefault("HOSTNAME", "");
    return Optional.of(
        new Charge.Container(
            mark.get().endsWith(".containerenv") ? "podman" : "docker",
            DOCKERS_HOST_NAME.matcher(host).matches() ? host : "this one"));
  }

  private static String engine(String word) {
    return word.equals("docker") ? word : "containerd";
  }

  private boolean isContainersOwn(long pid) {
    return pid == 1
        || files.parent(pid).filter(parent -> parent == 1).isPresent()
            && files
                .text(1, "comm")
                .map(String::strip)
                .filter(CONTAINER_INITS::contains)
                .isPresent();
  }

  private Optional<Charge> systemd(long pid, long outermost) {
    Optional<String> path = controlGroup(pid);
    Optional<String> unit =
        path.map(group -> group.substring(group.lastIndexOf('/') + 1))
            .filter(name -> SERVICE.matcher(name).matches() && PLAIN.matcher(name).matches());
    return unit.filter(name -> OWN_UNIT.matcher(name).matches() || isServicesOwn(pid, outermost))
        .map(name -> new Charge.Systemd(name, path.orElse("").contains("/user@")));
  }

  // What a shell below a service was asked to start, a terminal's or cron's, is not that service.
  private boolean isServicesOwn(long pid, long outermost) {
    boolean startedBySystemd =
        files
            .parent(outermost)
            .filter(
                parent ->
                    parent == 1
                        || files
                            .text(parent, "comm")
                            .filter(name -> name.strip().equals("systemd"))
                            .isPresent())
            .isPresent();
    if (!startedBySystemd) {
      return false;
    }
    Map<String, String> environment = files.environment(pid);
    String main = environment.getOrDefault("SYSTEMD_EXEC_PID", "");
    return environment.isEmpty()
        || (main.isEmpty()
            ? environment.containsKey("INVOCATION_ID")
            : main.equals(Long.toString(pid)) || main.equals(Long.toString(outermost)));
  }

  private Optional<String> controlGroup(long pid) {
    return files
        .text(pid, "cgroup")
        .flatMap(
            text ->
                text.lines()
                    .filter(line -> line.startsWith("0::") || line.contains(":name=systemd:"))
                    .map(line -> line.substring(line.indexOf(':', line.indexOf(':') + 1) + 1))
                    .filter(group -> group.length() > 1)
                    .findFirst());
  }
}
