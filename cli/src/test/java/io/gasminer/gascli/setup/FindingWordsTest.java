package io.gasminer.gascli.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.gascli.probe.KeyAnswer;
import io.gasminer.gascli.probe.PortState;
import io.gasminer.gascli.probe.Provider;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The words for what seldom happens where setup is tried. */
class FindingWordsTest {
  @Test
  void aMinerAtThePortIsADoubtAndAnotherProgramIsWrong() {
    assertThat(port(new PortState.Taken(true, Optional.of(7L), "process 7 (java)")))
        .isEqualTo(
            new Finding.Doubtful(
                "a miner listens on port 80 already, process 7 (java): fine if it is the one that"
                    + " this file is for, else take another port"));
    assertThat(port(new PortState.Taken(false, Optional.of(7L), "process 7 (nginx)")))
        .isInstanceOf(Finding.Wrong.class);
  }

  @Test
  void whatTheSystemRefusesIsWrongAndSaysWhatToTake() {
    assertThat(port(new PortState.NotAllowed()).words()).contains("take one from 1024 on");
    assertThat(port(new PortState.NoSuchAddress()).words()).contains("set BT_AXON_IP to 0.0.0.0");
    assertThat(port(new PortState.Refused("Too many open files")))
        .isInstanceOf(Finding.Wrong.class)
        .extracting(Finding::words)
        .isEqualTo("port 80 on 10.0.0.1 cannot be opened (Too many open files)");
  }

  @Test
  void aKeyWithoutMoneyOrWithoutAnAnswerIsADoubt() {
    assertThat(key(new KeyAnswer.NoCredit("answered 402")))
        .isEqualTo(
            new Finding.Doubtful(
                "Runway takes the key, but there is no credit (it answered 402): nothing can be"
                    + " bought"));
    assertThat(key(new KeyAnswer.Unknown("answered 503", true)))
        .isEqualTo(
            new Finding.Doubtful(
                "whether Runway takes the key could not be found out: it answered 503"));
  }

  private static Finding port(PortState state) {
    return PortFinding.of("10.0.0.1", 80, state);
  }

  private static Finding key(KeyAnswer answer) {
    return KeyFinding.of(Provider.RUNWAY, answer);
  }
}
