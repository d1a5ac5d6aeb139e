package io.gasminer.miner.generation.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.delivery.Resolver;
import io.gasminer.miner.generation.standin.Reply;
import io.gasminer.miner.generation.standin.StandIn;
import io.gasminer.miner.generation.standin.Workshop;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VendorHttpTest {
  private final StandIn vendor = new StandIn();
  private final Workshop workshop = new Workshop();
  private final VendorHttp http = new VendorHttp(vendor.base(), Workshop.KEY, Map.of(), workshop);

  @AfterEach
  void close() {
    vendor.close();
  }

  @Test
  void aBodyIsReadUpToItsCapAndNoFurther() {
    for (int length : new int[] {0, 1, 99, 100}) {
      vendor.on("GET", "/x", Reply.bytes(200, "a/b", new byte[length]));
      assertThat(get(100))
          .isInstanceOfSatisfying(
              Exchange.Answered.class, answer -> assertThat(answer.body()).hasSize(length));
    }
    vendor.on("GET", "/x", Reply.bytes(200, "a/b", new byte[101]));
    assertThat(get(100)).isEqualTo(new Exchange.TooLarge(100));
  }

  @Test
  void aCutAtAnyByteIsACut() {
    byte[] whole = "{\"id\":\"job\"}".getBytes(StandardCharsets.UTF_8);
    for (int cut = 0; cut < whole.length; cut++) {
      vendor.on(
          "GET",
          "/x",
          Reply.bytes(200, "a/b", java.util.Arrays.copyOf(whole, cut)).announcing(whole.length));
      assertThat(get(100)).as("cut at %s", cut).isInstanceOf(Exchange.Cut.class);
    }
  }

  @Test
  void redirectsAreNotFollowedWithTheKey() {
    vendor.on("GET", "/x", Reply.json(302, "").with("Location", "/y"));
    assertThat(get(100))
        .isInstanceOfSatisfying(
            Exchange.Answered.class, answer -> assertThat(answer.status()).isEqualTo(302));
    assertThat(vendor.asked()).hasSize(1);
  }

  @Test
  void aPlainAddressIsRefusedWhereTheVendorIsSecure() {
    VendorHttp secure =
        new VendorHttp(URI.create("https://vendor.example"), Workshop.KEY, Map.of(), workshop);
    Resolver resolver = host -> List.of(InetAddress.getLoopbackAddress());
    Downloads downloads = new Downloads(secure, resolver);
    assertThat(downloads.fetch(vendor.base() + "/x", 10, workshop.in(Duration.ofMinutes(1))))
        .isInstanceOf(Fetched.Refused.class);
    assertThat(downloads.fetch("https://cdn.example/x", 10, workshop.in(Duration.ofMinutes(1))))
        .isInstanceOfSatisfying(
            Fetched.Refused.class,
            refused -> assertThat(refused.reason()).contains("not on a public network"));
    assertThat(vendor.asked()).isEmpty();
  }

  @Test
  void redirectsInACircleEnd() {
    vendor.on("GET", "/x", Reply.json(302, "").with("Location", "/x"));
    Downloads downloads = new Downloads(http, Resolver.system());
    assertThat(downloads.fetch(vendor.base() + "/x", 10, workshop.in(Duration.ofMinutes(1))))
        .isInstanceOf(Fetched.Refused.class);
    assertThat(vendor.asked()).hasSize(4);
  }

  @Test
  void aDataUrlIsCappedAndDecoded() {
    Downloads downloads = new Downloads(http, Resolver.system());
    assertThat(downloads.fetch("data:image/png;base64,QUJD", 10, workshop.instant()))
        .isInstanceOfSatisfying(
            Fetched.Bytes.class,
            fetched -> assertThat(fetched.bytes()).isEqualTo(new byte[] {65, 66, 67}));
    assertThat(downloads.fetch("data:image/png;base64,QUJDQUJD", 5, workshop.instant()))
        .isInstanceOf(Fetched.Refused.class);
    assertThat(downloads.fetch("data:image/png,ABC", 5, workshop.instant()))
        .isInstanceOf(Fetched.Refused.class);
    assertThat(downloads.fetch("data:", 5, workshop.instant())).isInstanceOf(Fetched.Refused.class);
  }

  @Test
  void deepJsonIsNoAnswerAndNoError() {
    String deep = "[".repeat(100_000);
    assertThat(VendorJson.read(deep.getBytes(StandardCharsets.UTF_8)).isMissingNode()).isTrue();
  }

  private Exchange get(long cap) {
    return http.call(
        new VendorCall(
            "/x",
            Optional.empty(),
            "*/*",
            cap,
            Duration.ofSeconds(20),
            workshop.in(Duration.ofMinutes(1))));
  }
}
