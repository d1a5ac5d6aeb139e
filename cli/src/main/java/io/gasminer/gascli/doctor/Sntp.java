package io.gasminer.gascli.doctor;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * Owns the asking of one server for the time by SNTP (RFC 4330).
 *
 * <p>The question carries a random number in place of the time, so nobody who does not see it can
 * answer it. What is no answer to it is passed over, a few times; without one it is asked again.
 *
 * @param within for the whole of it
 */
record Sntp(InstantSource clock, RandomGenerator random, Duration within) {
  private static final int MOST_DATAGRAMS = 8;
  private static final int LARGEST = 512;
  // The largest distance of a server that can be chosen (RFC 5905, MAXDIST).
  private static final Duration FARTHEST = Duration.ofSeconds(1);

  /** What one question came to, and whether another may come to more: datagrams get lost. */
  private record Turn(ClockReading reading, boolean again) {}

  ClockReading ask(TimeServer server) {
    String name = server.toString();
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(InetAddress.getByName(server.host()), server.port()));
      Turn turn = turn(socket, name);
      return turn.again() ? turn(socket, name).reading() : turn.reading();
    } catch (UnknownHostException unknown) {
      return new ClockReading.Nothing(name, "its name is not known here");
    } catch (PortUnreachableException refused) {
      return new ClockReading.Nothing(name, "nothing listens there");
    } catch (IOException failed) {
      return new ClockReading.Nothing(
          name, "it cannot be asked (" + failed.getClass().getSimpleName() + ")");
    }
  }

  private Turn turn(DatagramSocket socket, String name) throws IOException {
    long nonce = random.nextLong();
    byte[] question = NtpPacket.question(nonce);
    Instant before = clock.instant();
    long begun = System.nanoTime();
    socket.send(new DatagramPacket(question, question.length));
    byte[] bytes = new byte[LARGEST];
    String reason = "no answer in " + within.toMillis() / 1000.0 + " s";
    for (int i = 0; i < MOST_DATAGRAMS; i++) {
      OptionalInt length = received(socket, bytes, begun);
      if (length.isEmpty()) {
        break;
      }
      // By the steady clock: the other one may be set while we wait.
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      Optional<NtpPacket> packet = NtpPacket.read(bytes, length.getAsInt());
      Optional<String> unfit =
          packet.isEmpty()
              ? Optional.of("its answer has " + length.getAsInt() + " bytes of 48")
              : packet.get().unfit(nonce);
      if (packet.isPresent() && unfit.isEmpty()) {
        return told(name, packet.get(), before, took);
      }
      reason = unfit.orElse(reason);
      if (packet.isPresent() && packet.get().originate() == nonce) {
        return new Turn(new ClockReading.Nothing(name, reason), false);
      }
    }
    return new Turn(new ClockReading.Nothing(name, reason), true);
  }

  // Each of the two questions has half of the time.
  private OptionalInt received(DatagramSocket socket, byte[] bytes, long begun) throws IOException {
    long left = within.toNanos() / 2 - (System.nanoTime() - begun);
    if (left <= 0) {
      return OptionalInt.empty();
    }
    try {
      socket.setSoTimeout((int) Math.max(1, left / 1_000_000));
      DatagramPacket got = new DatagramPacket(bytes, bytes.length);
      socket.receive(got);
      return OptionalInt.of(got.getLength());
    } catch (SocketTimeoutException silent) {
      return OptionalInt.empty();
    }
  }

  // RFC 5905, section 8: offset and delay of the four times.
  private static Turn told(String name, NtpPacket packet, Instant before, Duration took) {
    Duration there =
        Duration.between(before, packet.received())
            .plus(Duration.between(before.plus(took), packet.sent()))
            .dividedBy(2);
    Duration onTheWay = took.minus(Duration.between(packet.received(), packet.sent()));
    Duration half = onTheWay.isNegative() ? Duration.ZERO : onTheWay.dividedBy(2);
    Duration within = half.plus(packet.error());
    return within.compareTo(FARTHEST) > 0
        ? new Turn(
            new ClockReading.Nothing(
                name,
                "its answer took " + took.toMillis() / 1000.0 + " s, too long to tell a second by"),
            true)
        : new Turn(new ClockReading.Told(name, there.negated(), within), false);
  }
}
