package io.gasminer.gascli;

import io.gasminer.gascli.manual.Completion;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what makes a shell complete commands and options. */
@Command(
    name = "completion",
    description = {
      "Print the completion script of a shell",
      "",
      "Commands, aliases and options, in zsh and fish with their meaning."
    },
    footer = {
      "",
      "Examples:",
      "  source <(gascli completion bash)            this shell; in ~/.bashrc, all of them",
      "  gascli completion zsh > \"${fpath[1]}/_gascli\"",
      "  gascli completion fish > ~/.config/fish/completions/gascli.fish"
    },
    mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "bash|zsh|fish", description = "the shell")
  private Completion shell = Completion.BASH;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(shell.script(GasCli.commandLine()));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
