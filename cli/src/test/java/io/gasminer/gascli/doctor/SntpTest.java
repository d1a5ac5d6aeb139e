package io.gasminer.gascli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SntpTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final Duration SHORT = Duration.ofMillis(300);

  private final Sntp sntp =
      new Sntp(InstantSource.fixed(NOW), new Random(7), Duration.ofSeconds(20));
  private final Sntp impatient = new Sntp(InstantSource.fixed(NOW), new Random(7), SHORT);

  @Test
  void theTimeThereIsComparedWithTheTimeHere() {
    for (Duration behind :
        List.of(Duration.ZERO, Duration.ofMillis(2_500), Duration.ofDays(-400))) {
      try (NtpStandIn server = NtpStandIn.telling(InstantSource.fixed(NOW.plus(behind)))) {
        assertThat(sntp.ask(server.place()))
            .isInstanceOfSatisfying(
                ClockReading.Told.class,
                told -> {
                  assertThat(told.ahead().plus(behind).abs()).isLessThan(Duration.ofMillis(500));
                  // Half of the root delay and the dispersion are 15.6 ms.
                  assertThat(told.within()).isGreaterThan(Duration.ofMillis(15));
                });
      }
    }
  }

  @Test
  void theTimeIsReadBeyondTheEndOfTheFirstEra() {
    Instant later = Instant.parse("2036-03-01T00:00:00.25Z");
    Sntp asking = new Sntp(InstantSource.fixed(later), new Random(7), Duration.ofSeconds(20));
    try (NtpStandIn server = NtpStandIn.telling(InstantSource.fixed(later))) {
      assertThat(asking.ask(server.place()))
          .isInstanceOfSatisfying(
              ClockReading.Told.class,
              told -> assertThat(told.ahead().abs()).isLessThan(Duration.ofMillis(500)));
    }
  }

  @Test
  void anAnswerOfBadMannersIsNoTime() {
    List<String> wrong = new ArrayList<>();
    refused(wrong, "bytes of 48", good -> Arrays.copyOf(good, 47));
    refused(wrong, "bytes of 48", good -> new byte[0]);
    refused(wrong, "mode 3", good -> NtpStandIn.with(good, 0, 0b00_100_011));
    refused(wrong, "mode 6", good -> NtpStandIn.with(good, 0, 0b00_100_110));
    refused(wrong, "clock is not set", good -> NtpStandIn.with(good, 0, 0b11_100_100));
    refused(wrong, "clock is not set", good -> NtpStandIn.with(good, 1, 16));
    refused(wrong, "another question", good -> NtpStandIn.with(good, 31, good[31] + 1));
    refused(wrong, "not sure to a second", good -> NtpStandIn.with(good, 9, 2));
    refused(wrong, "contradicts itself", good -> NtpStandIn.with(good, 43, good[43] - 1));
    assertThat(wrong).isEmpty();
  }

  private void refused(List<String> wrong, String reason, Function<byte[], byte[]> damage) {
    try (NtpStandIn server =
        new NtpStandIn(question -> List.of(damage.apply(NtpStandIn.answer(question, NOW))))) {
      ClockReading reading = impatient.ask(server.place());
      if (!(reading instanceof ClockReading.Nothing nothing)
          || !nothing.reason().contains(reason)) {
        wrong.add("wanted '" + reason + "' and got " + reading);
      }
    }
  }

  @Test
  void theKissOfDeathEndsTheAsking() {
    try (NtpStandIn server =
        new NtpStandIn(
            question ->
                List.of(NtpStandIn.kiss(question, "RATE"), NtpStandIn.answer(question, NOW)))) {
      assertThat(sntp.ask(server.place()))
          .isInstanceOfSatisfying(
              ClockReading.Nothing.class,
              nothing -> assertThat(nothing.reason()).contains("refuses", "RATE"));
    }
  }

  @Test
  void aForgedAnswerBeforeTheTrueOneChangesNothing() {
    try (NtpStandIn server =
        new NtpStandIn(
            question -> {
              byte[] forged = NtpStandIn.answer(new byte[48], NOW.plusSeconds(3_600));
              return List.of(forged, new byte[3], NtpStandIn.answer(question, NOW));
            })) {
      assertThat(sntp.ask(server.place()))
          .isInstanceOfSatisfying(
              ClockReading.Told.class,
              told -> assertThat(told.ahead().abs()).isLessThan(Duration.ofMillis(500)));
    }
  }

  @Test
  void aFloodOfForgeriesIsGivenUp() {
    try (NtpStandIn server =
        new NtpStandIn(
            question -> java.util.Collections.nCopies(500, NtpStandIn.answer(new byte[48], NOW)))) {
      assertThat(sntp.ask(server.place()))
          .isInstanceOfSatisfying(
              ClockReading.Nothing.class,
              nothing -> assertThat(nothing.reason()).contains("another question"));
    }
  }

  @Test
  void whoIsSilentOrNotThereIsGivenUpInTime() throws Exception {
    int closed;
    try (DatagramSocket free =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      closed = free.getLocalPort();
      long begun = System.nanoTime();
      assertThat(impatient.ask(new TimeServer("127.0.0.1", closed)))
          .isInstanceOfSatisfying(
              ClockReading.Nothing.class,
              nothing -> assertThat(nothing.reason()).contains("no answer in 0.3 s"));
      assertThat(System.nanoTime() - begun).isLessThan(20_000_000_000L);
    }
    assertThat(impatient.ask(new TimeServer("127.0.0.1", closed)))
        .isInstanceOf(ClockReading.Nothing.class);
    assertThat(impatient.ask(new TimeServer("no-such-host.invalid", 123)))
        .isInstanceOfSatisfying(
            ClockReading.Nothing.class,
            nothing -> assertThat(nothing.reason()).contains("name is not known"));
  }

  @Test
  void noBytesWhateverBreakTheReading() {
    Random random = new Random(20261125);
    byte[] good = NtpStandIn.answer(NtpPacket.question(42), NOW);
    for (int length = 0; length <= good.length; length++) {
      assertThat(NtpPacket.read(good, length).isPresent()).isEqualTo(length == 48);
    }
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = good.clone();
      for (int flips = random.nextInt(12); flips >= 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      NtpPacket packet = NtpPacket.read(bytes, bytes.length).orElseThrow();
      assertThat(packet.kiss()).hasSizeLessThanOrEqualTo(4).matches("[A-Z0-9]*");
      packet.unfit(42).ifPresent(reason -> assertThat(reason).isNotEmpty());
    }
  }

  @Test
  void aServerIsNamedWithOrWithoutItsPort() {
    assertThat(TimeServer.parse("time.example.org"))
        .isEqualTo(new TimeServer("time.example.org", 123));
    assertThat(TimeServer.parse(" 127.0.0.1:1123 ")).hasToString("127.0.0.1:1123");
    for (String wrong : List.of("", "a b", "host:", "host:0", "host:70000", "host:x")) {
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> TimeServer.parse(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
