package io.gasminer.gascli;

import io.gasminer.gascli.doctor.Doctor;
import io.gasminer.gascli.doctor.Installation;
import io.gasminer.gascli.doctor.Instruments;
import io.gasminer.gascli.doctor.TimeServer;
import io.gasminer.gascli.paper.Paper;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Looks at everything that must be right for a miner to earn, and says what to do. */
@Command(
    name = "doctor",
    description = {
      "Look at everything that must be right for the miner to earn, and say what to do",
      "",
      "One line for each thing: the machine, the clock, the port, the wallet, the chain, each key,"
          + " each configured model, the trust anchors, the database, the last deliveries. Nothing"
          + " is bought, changed or sent to a validator, and a running miner is not disturbed.",
      "",
      "Ends with 0 where all is ok or a warning, 1 where every failure may pass by itself (a"
          + " network), 2 where one will not. Settings are flags here as for 'generator run'.",
      "",
      "Examples: gascli doctor; gascli doctor --json; gascli doctor --ntp time.example.org"
    },
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer>, Settled.Taking {
  private static final int LONGEST_SECONDS = 600;

  /** Owns the reading of the flag's value. */
  static final class Named implements ITypeConverter<TimeServer> {
    @Override
    public TimeServer convert(String text) {
      try {
        return TimeServer.parse(text);
      } catch (IllegalArgumentException none) {
        throw new TypeConversionException(String.valueOf(none.getMessage()));
      }
    }
  }

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Settled settled = new Settled();

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "20",
      description = "how long each thing may take to be looked at (default: 20)")
  private int seconds = 20;

  @Option(
      names = "--ntp",
      paramLabel = "HOST[:PORT]",
      split = ",",
      converter = Named.class,
      description =
          "who tells the time, by NTP; several with commas between (default: pool.ntp.org and two"
              + " others)")
  private List<TimeServer> timeServers = List.of();

  @Override
  public Integer call() throws InterruptedException {
    if (seconds < 1 || seconds > LONGEST_SECONDS) {
      throw new ParameterException(
          spec.commandLine(), "--timeout: give seconds from 1 to 600, not " + seconds);
    }
    Installation place =
        new Installation(
            settled.path(),
            Files.exists(settled.path()),
            settled.looseMode(),
            settled.examine(spec));
    Instruments tools =
        Instruments.real(
            Duration.ofSeconds(seconds), timeServers.isEmpty() ? TimeServer.USUAL : timeServers);
    PrintWriter out = spec.commandLine().getOut();
    return json
        ? Doctor.json(place, tools, out)
        : Doctor.tell(place, tools, out, Paper.ofThisProcess());
  }
}
