package io.gasminer.gascli.charge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChargeTest {
  private static final long MINER = 4711;
  private static final String[] JAVA = {
    "/usr/bin/java", "-cp", "/opt/gas-miner/lib/x.jar", "io.gasminer.gascli.GasCli", "generator"
  };

  @TempDir private Path temp;
  private FakeProcesses processes;

  @BeforeEach
  void aSystem() throws Exception {
    processes = FakeProcesses.in(temp.resolve("proc"));
    processes.add(1, 0, "systemd", "/sbin/init");
  }

  @Test
  void aServiceOfSystemdIsToldByItsControlGroup() throws Exception {
    processes.add(MINER, 1, "java", JAVA).group(MINER, "0::/system.slice/gas-miner.service");
    assertThat(charge()).isEqualTo(new Charge.Systemd("gas-miner.service", false));
    assertThat(charge().stop()).isEqualTo("sudo systemctl stop gas-miner.service");
    assertThat(charge().words()).isEqualTo("systemd (gas-miner.service)");
    processes.group(
        MINER, "0::/user.slice/user-1000.slice/user@1000.service/app.slice/gas-miner.service");
    assertThat(charge().restart()).isEqualTo("systemctl --user restart gas-miner.service");
    processes.group(MINER, "9:cpu:/\n1:name=systemd:/system.slice/gas-miner@two.service");
    assertThat(charge()).isEqualTo(new Charge.Systemd("gas-miner@two.service", false));
  }

  @Test
  void aServiceOfAnotherNameIsBelievedWhenSystemdStartedThisVeryProcess() throws Exception {
    processes
        .add(MINER, 1, "java", JAVA)
        .group(MINER, "0::/system.slice/subnet34.service")
        .environment(MINER, "INVOCATION_ID=ab", "SYSTEMD_EXEC_PID=" + MINER);
    assertThat(charge()).isEqualTo(new Charge.Systemd("subnet34.service", false));
    processes.environment(MINER, "INVOCATION_ID=ab");
    assertThat(charge()).isEqualTo(new Charge.Systemd("subnet34.service", false));
  }

  @Test
  void whatAShellBelowAServiceStartedIsNotThatService() throws Exception {
    processes
        .add(900, 1, "bash", "bash")
        .add(MINER, 900, "java", JAVA)
        .group(MINER, "0::/user.slice/user@1000.service/gnome-terminal-server.service")
        .environment(MINER, "INVOCATION_ID=ab", "SYSTEMD_EXEC_PID=70");
    assertThat(charge()).isEqualTo(new Charge.Hand(MINER));
    // And when the shell has ended, and systemd took the miner over.
    processes.add(MINER, 1, "java", JAVA);
    assertThat(charge()).isEqualTo(new Charge.Hand(MINER));
    processes.group(MINER, "0::/system.slice/cron.service").environment(MINER, "PATH=/bin");
    assertThat(charge()).isEqualTo(new Charge.Hand(MINER));
  }

  @Test
  void aSessionIsNoService() throws Exception {
    processes
        .add(MINER, 1, "java", JAVA)
        .group(MINER, "0::/user.slice/user-1000.slice/session-3.scope")
        .environment(MINER, "INVOCATION_ID=ab");
    assertThat(charge()).isEqualTo(new Charge.Hand(MINER));
    assertThat(charge().stop()).isEqualTo("kill 4711");
    processes.group(MINER, "0::/user.slice/user-1000.slice/user@1000.service");
    assertThat(charge()).isEqualTo(new Charge.Hand(MINER));
  }

  @Test
  void anAppOfPm2IsToldByTheDaemonAboveIt() throws Exception {
    processes
        .add(600, 1, "PM2 v5.3.0: God", "PM2 v5.3.0: God Daemon (/home/op/.pm2)")
        .add(MINER, 600, "java", JAVA)
        .group(MINER, "0::/system.slice/pm2-op.service")
        .environment(MINER, "pm_id=0", "name=bitmind-generative-miner", "INVOCATION_ID=ab");
    assertThat(charge()).isEqualTo(new Charge.Pm2("bitmind-generative-miner"));
    assertThat(charge().stop()).isEqualTo("pm2 stop bitmind-generative-miner");
    processes.environment(MINER, "pm_id=3", "name=a; reboot");
    assertThat(charge()).isEqualTo(new Charge.Pm2("3"));
  }

  @Test
  void aLauncherThatWaitsForTheJvmStandsBetween() throws Exception {
    processes
        .add(600, 1, "PM2 v6.0.1: God", "PM2 v6.0.1: God Daemon (/root/.pm2)")
        .add(700, 600, "bash", "/usr/bin/bash", "/opt/gas-miner/gascli", "generator", "run")
        .add(MINER, 700, "java", JAVA)
        .environment(MINER, "pm_id=0", "name=m");
    assertThat(charge()).isEqualTo(new Charge.Pm2("m"));
    processes
        .add(700, 1, "bash", "/usr/bin/bash", "/opt/gas-miner/bin/gascli", "generator", "run")
        .group(MINER, "0::/system.slice/subnet34.service")
        .environment(MINER, "INVOCATION_ID=ab", "SYSTEMD_EXEC_PID=700");
    assertThat(charge()).isEqualTo(new Charge.Systemd("subnet34.service", false));
  }

  @Test
  void aShellThatPm2StartedIsNotAskedForItsChildren() throws Exception {
    processes
        .add(600, 1, "PM2 v5.3.0: God", "PM2 v5.3.0: God Daemon (/home/op/.pm2)")
        .add(700, 600, "bash", "bash", "nightly.sh")
        .add(MINER, 700, "java", JAVA)
        .environment(MINER, "pm_id=0", "name=nightly");
    assertThat(charge()).isEqualTo(new Charge.Hand(MINER));
  }

  @Test
  void theSupervisorOfGascliIsToldByItsCommand() throws Exception {
    processes
        .add(800, 1, "java", "java", "-cp", "x.jar", "io.gasminer.gascli.process.Supervisor", "1")
        .add(MINER, 800, "java", JAVA)
        .group(MINER, "0::/system.slice/ssh.service");
    assertThat(charge()).isEqualTo(new Charge.Supervisor(800));
    assertThat(charge().stop()).isEqualTo("gascli generator stop");
  }

  @Test
  void aContainerIsToldFromOutside() throws Exception {
    String id = "3f2a4b5c6d7e8f90".repeat(4);
    processes.add(MINER, 20, "java", JAVA);
    processes.group(MINER, "0::/system.slice/docker-" + id + ".scope");
    assertThat(charge()).isEqualTo(new Charge.Container("docker", "3f2a4b5c6d7e"));
    assertThat(charge().restart()).isEqualTo("docker restart 3f2a4b5c6d7e");
    processes.group(MINER, "5:cpu:/docker/" + id);
    assertThat(charge()).isEqualTo(new Charge.Container("docker", "3f2a4b5c6d7e"));
    processes.group(MINER, "0::/user.slice/user@1.service/user.slice/libpod-" + id + ".scope");
    assertThat(charge()).isEqualTo(new Charge.Container("podman", "3f2a4b5c6d7e"));
  }

  @Test
  void aContainerIsToldFromInside() throws Exception {
    Path mark = Files.createFile(temp.resolve(".dockerenv"));
    processes.add(1, 0, "java", JAVA).group(1, "0::/").environment(1, "HOSTNAME=3f2a4b5c6d7e");
    assertThat(new ChargeFinding(processes.files(), List.of(mark)).of(1))
        .isEqualTo(new Charge.Container("docker", "3f2a4b5c6d7e"));
    processes.add(1, 0, "tini", "tini", "--").add(7, 1, "java", JAVA).group(7, "0::/");
    assertThat(new ChargeFinding(processes.files(), List.of(mark)).of(7))
        .isEqualTo(new Charge.Container("docker", "this one"));
    processes.add(1, 0, "bash", "bash");
    assertThat(new ChargeFinding(processes.files(), List.of(mark)).of(7))
        .as("a shell in a container of development")
        .isEqualTo(new Charge.Hand(7));
  }

  @Test
  void whereThereIsNoSuchProcessNobodyIsInCharge() throws Exception {
    assertThat(charge()).isEqualTo(new Charge.Gone());
    processes.write(MINER, "status", "Name:\tjava\nState:\tZ (zombie)\nPPid:\t1\n");
    assertThat(charge()).isEqualTo(new Charge.Gone());
  }

  @Test
  void thisProcessIsThereOnTheRealSystem() {
    assertThat(Charge.of(ProcessHandle.current().pid())).isNotInstanceOf(Charge.Gone.class);
    assertThat(ProcessFiles.ofThisSystem().commandLine(ProcessHandle.current().pid())).isNotEmpty();
    assertThat(ProcessFiles.ofThisSystem().parent(ProcessHandle.current().pid()))
        .isEqualTo(ProcessHandle.current().parent().map(ProcessHandle::pid));
  }

  @Test
  void whateverStandsInTheFilesSomebodyIsNamed() throws IOException {
    Random random = new Random(34);
    String[] names = {"status", "cmdline", "cgroup", "environ", "comm"};
    for (int i = 0; i < 500; i++) {
      processes.add(MINER, random.nextInt(3), "java", JAVA);
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      Path folder = processes.proc().resolve(Long.toString(MINER));
      Files.write(folder.resolve(names[random.nextInt(names.length)]), bytes);
      assertThat(charge()).isNotNull();
    }
    processes.write(MINER, "status", "State:\tS\nPPid:\t99999999999999999999\n");
    assertThat(charge()).isEqualTo(new Charge.Hand(MINER));
  }

  private Charge charge() {
    return new ChargeFinding(processes.files(), List.of()).of(MINER);
  }
}
