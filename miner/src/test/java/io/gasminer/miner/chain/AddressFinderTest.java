package io.gasminer.miner.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.gasminer.miner.delivery.EgressGuard;
import io.gasminer.miner.delivery.Resolver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AddressFinderTest {
  private static final EgressGuard PUBLIC = EgressGuard.allowing(Resolver.system(), List.of());

  private final List<String> asked = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          String wish = exchange.getRequestURI().getRawQuery();
          synchronized (asked) {
            asked.add(wish);
          }
          if (wish.equals("redirect")) {
            exchange.getResponseHeaders().set("Location", "/?93.184.216.34");
            exchange.sendResponseHeaders(302, -1);
            return;
          }
          exchange.sendResponseHeaders(200, 0);
          try (var body = exchange.getResponseBody()) {
            if (wish.equals("drip")) {
              body.write('9');
              body.flush();
              end.await();
            }
            body.write(wish.replace("long", "9".repeat(70)).getBytes(StandardCharsets.US_ASCII));
            body.write('\n');
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
  }

  @Test
  void twoThatAgreeAreEnough() throws Exception {
    assertThat(find("93.184.216.34", "93.184.216.34", "1.1.1.1")).isEqualTo(found("93.184.216.34"));
    assertThat(asked).as("the third is not asked").hasSize(2);
  }

  @Test
  void theThirdDecides() throws Exception {
    assertThat(find("1.1.1.1", "93.184.216.34", "93.184.216.34")).isEqualTo(found("93.184.216.34"));
    assertThat(find("drip", "93.184.216.34", "93.184.216.34")).isEqualTo(found("93.184.216.34"));
    assertThat(find("2606:4700::1111", "2606:4700:0::1111", "long"))
        .isEqualTo(found("2606:4700::1111"));
  }

  @Test
  void whatIsNoPublicAddressCountsForNothing() throws Exception {
    for (String wish :
        List.of(
            "10.0.0.1",
            "127.0.0.1",
            "169.254.1.1",
            "100.64.0.1",
            "0.0.0.0",
            "::1",
            "fe80::1",
            "fe80::1%25eth0",
            "long",
            "drip",
            "redirect",
            "",
            "1.2.3",
            "16909060",
            "01.2.3.4",
            "1.2.3.4.",
            "256.1.1.1",
            "0x1.2.3.4",
            "1.2.3.4,5.6.7.8",
            "<html>1.1.1.1</html>",
            "example.com",
            ":",
            "[::1]")) {
      assertThat(find(wish, wish, wish))
          .as(wish)
          .isInstanceOf(AddressFinder.Outcome.NotFound.class);
    }
  }

  @Test
  void aDisagreementNamesWhoSaidWhat() throws Exception {
    assertThat(find("1.1.1.1", "9.9.9.9", "10.0.0.1").toString())
        .contains("127.0.0.1 says 1.1.1.1", "says 9.9.9.9", "10.0.0.1, which is no public address");
    server.stop(0);
    assertThat(find("1.1.1.1", "1.1.1.1", "1.1.1.1").toString()).contains("cannot be asked");
  }

  private AddressFinder.Outcome find(String... wishes) throws InterruptedException {
    List<URI> services = new ArrayList<>();
    for (String wish : wishes) {
      String query = wish.replace("<", "%3C").replace(">", "%3E").replace("[", "%5B");
      services.add(
          URI.create(
              "http://127.0.0.1:"
                  + server.getAddress().getPort()
                  + "/?"
                  + query.replace("]", "%5D")));
    }
    return new AddressFinder(
            services, PUBLIC::isAllowed, new AddressQuestion(Duration.ofMillis(500)))
        .find();
  }

  private static AddressFinder.Outcome found(String address) {
    return new AddressFinder.Outcome.Found(InetAddress.ofLiteral(address));
  }
}
