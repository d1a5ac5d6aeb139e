package io.gasminer.gascli.charge;

/**
 * Owns who is in charge of a process: who started it, starts it again, and has to be asked to stop
 * it.
 *
 * <p>What is wrong to do: to kill a miner that systemd or PM2 runs. It comes back at once.
 */
public sealed interface Charge {
  /** In words, for a line of a screen. */
  String words();

  /** A stable name for scripts: {@code systemd}, {@code pm2}, {@code container}, … */
  String name();

  /** The command that stops the miner there. */
  String stop();

  /** The command that starts it again there. */
  String restart();

  /**
   * A service of systemd.
   *
   * @param ofUser whether the manager is a user's own and not the system's
   */
  record Systemd(String unit, boolean ofUser) implements Charge {
    @Override
    public String words() {
      return "systemd (" + unit + (ofUser ? ", of this user)" : ")");
    }

    @Override
    public String name() {
      return "systemd";
    }

    @Override
    public String stop() {
      return systemctl() + "stop " + unit;
    }

    @Override
    public String restart() {
      return systemctl() + "restart " + unit;
    }

    private String systemctl() {
      return ofUser ? "systemctl --user " : "sudo systemctl ";
    }
  }

  /**
   * An app of PM2.
   *
   * @param app its name, or its number where the name cannot be read
   */
  record Pm2(String app) implements Charge {
    @Override
    public String words() {
      return "PM2 (app " + app + ")";
    }

    @Override
    public String name() {
      return "pm2";
    }

    @Override
    public String stop() {
      return "pm2 stop " + app;
    }

    @Override
    public String restart() {
      return "pm2 restart " + app;
    }
  }

  /**
   * A container.
   *
   * @param engine {@code docker}, {@code podman}, or another one's name
   * @param id the beginning of its id, or what stands for it where that cannot be told
   */
  record Container(String engine, String id) implements Charge {
    @Override
    public String words() {
      return "a container of " + engine + " (" + id + ")";
    }

    @Override
    public String name() {
      return "container";
    }

    @Override
    public String stop() {
      return engine + " stop " + id;
    }

    @Override
    public String restart() {
      return engine + " restart " + id;
    }
  }

  /** The supervisor that {@code gascli generator start} leaves behind. */
  record Supervisor(long pid) implements Charge {
    @Override
    public String words() {
      return "gascli's supervisor (pid " + pid + ")";
    }

    @Override
    public String name() {
      return "gascli";
    }

    @Override
    public String stop() {
      return "gascli generator stop";
    }

    @Override
    public String restart() {
      return "gascli generator restart";
    }
  }

  /** Nobody: started by hand, so nobody starts it again. */
  record Hand(long pid) implements Charge {
    @Override
    public String words() {
      return "nobody: it was started by hand, and nothing starts it again when it ends";
    }

    @Override
    public String name() {
      return "hand";
    }

    @Override
    public String stop() {
      return "kill " + pid;
    }

    @Override
    public String restart() {
      return "kill " + pid + ", then gascli generator start";
    }
  }

  /** Somebody who is not seen from here: the miner answers, but its process is not shown. */
  record Elsewhere() implements Charge {
    @Override
    public String words() {
      return "somebody who is not seen from here: its process is another user's or in a container";
    }

    @Override
    public String name() {
      return "elsewhere";
    }

    @Override
    public String stop() {
      return "docker compose stop (in the folder of its compose.yaml)";
    }

    @Override
    public String restart() {
      return "docker compose restart (in the folder of its compose.yaml)";
    }
  }

  /** There is no such process. */
  record Gone() implements Charge {
    @Override
    public String words() {
      return "nobody: it does not run";
    }

    @Override
    public String name() {
      return "none";
    }

    @Override
    public String stop() {
      return "gascli generator stop";
    }

    @Override
    public String restart() {
      return "gascli generator start";
    }
  }

  /** Who is in charge of the process now; nothing that is found out is ever an exception. */
  static Charge of(long pid) {
    return new ChargeFinding(ProcessFiles.ofThisSystem()).of(pid);
  }
}
