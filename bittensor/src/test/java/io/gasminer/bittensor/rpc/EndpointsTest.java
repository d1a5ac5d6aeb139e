package io.gasminer.bittensor.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EndpointsTest {
  @ParameterizedTest
  @CsvSource({
    "finney, wss://entrypoint-finney.opentensor.ai:443",
    "Test, wss://test.finney.opentensor.ai:443",
    "local, ws://127.0.0.1:9944",
    "wss://node.example.org/secret-key, wss://node.example.org",
    "ws://[::1]:9944, ws://[::1]:9944",
    "ws://[fd00::7]:9944, ws://[fd00::7]:9944",
    "ws://192.168.1.7:9944, ws://192.168.1.7:9944",
    "ws://100.64.0.9:9944, ws://100.64.0.9:9944",
    "ws://subtensor:9944, ws://subtensor:9944",
    "ws://chain.lan:9944, ws://chain.lan:9944",
  })
  void aNetworksNameOrAnAddressIsRead(String text, String label) {
    assertThat(read(text)).extracting(Endpoint::label).containsExactly(label);
  }

  @Test
  void aListKeepsItsOrderAndNamesNothingTwice() {
    assertThat(read(" local , finney,ws://127.0.0.1:9944, "))
        .extracting(Endpoint::toString)
        .containsExactly("ws://127.0.0.1:9944", "wss://entrypoint-finney.opentensor.ai:443");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "finny | the endpoint finny is neither a network's name nor an address; write finney",
        "https://x.org | does not begin with wss://",
        "ws://node.example.org:9944 | would be read and changed by anyone on the way",
        "ws://203.0.113.7:9944 | would be read and changed by anyone on the way",
        "ws://8.8.8.8 | a tunnel that ends on 127.0.0.1",
        "wss://:443 | names no host and port",
        "wss://host:99999 | names no host and port",
        "wss://ho st | cannot be read",
        "wss://user:word@host | the endpoint …@host holds a user name",
        "a/b://c | does not begin with wss://",
      })
  void whatCannotBeUsedIsExplained(String text, String problem) {
    assertThat(problems(text)).singleElement().asString().contains(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ",,"})
  void anEmptyListIsAProblem(String text) {
    assertThat(problems(text)).singleElement().asString().contains("no endpoint is given");
  }

  @Test
  void allProblemsAreToldAtOnce() {
    assertThat(problems("finny,local,http://x")).hasSize(2);
  }

  @Test
  void whatStandsAfterTheHostIsNeverShown() {
    assertThat(read("wss://host:1/hidden?key=hidden").toString()).doesNotContain("hidden");
    assertThat(problems("ws://public.org/hidden?key=hidden").toString()).doesNotContain("hidden");
    assertThat(problems("wss://u:hidden@host").toString()).doesNotContain("hidden");
    assertThat(problems("wss://u:hid/den@host#hidden").toString()).doesNotContain("hidden");
  }

  @Test
  void noTextThrows() {
    Random random = new Random(7);
    String alphabet = "wss://:.@#?%[]a1,\u0000é \\{";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "wss://" : "");
      for (int i = random.nextInt(20); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(Endpoints.parse(text.toString())).isNotNull();
    }
  }

  private static List<Endpoint> read(String text) {
    return ((Endpoints.Reading.Read) Endpoints.parse(text)).endpoints();
  }

  private static List<String> problems(String text) {
    return ((Endpoints.Reading.Unusable) Endpoints.parse(text)).problems();
  }
}
