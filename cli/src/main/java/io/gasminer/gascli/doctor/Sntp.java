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
import java.util.random.RandomGenerator;

/**
 * Owns the asking of one server for the time by SNTP (RFC 4330).
 *
 * <p>The question carries a random number in place of the time, so nobody who does not see it can
 * answer it. What is no answer to it is passed over, a few times.
 *
 * @param within for the whole of it
 */
record Sntp(InstantSource clock, RandomGenerator random, Duration within) {
  private static final int MOST_DATAGRAMS = 8;
  private static final int LARGEST = 512;
  // The largest distance of a server that can be chosen (RFC 5905, MAXDIST).
  private static final Duration FARTHEST = Duration.ofSeconds(1);

  ClockReading ask(TimeServer server) {
    String name = server.toString();
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(InetAddress.getByName(server.host()), server.port()));
      return asked(socket, name);
    } catch (UnknownHostException unknown) {
      return new ClockReading.Nothing(name, "its name is not known here");
    } catch (SocketTimeoutException silent) {
      return new ClockReading.Nothing(name, "no answer in " + within.toMillis() / 1000.0 + " s");
    } catch (PortUnreachableException refused) {
      return new ClockReading.Nothing(name, "nothing listens there");
    } catch (IOException failed) {
      return new ClockReading.Nothing(name, "it cannot be asked (" + failed.getClass().getSimpleName() + ")");
    }
  }

  private ClockReading asked(DatagramSocket socket, String name) throws IOException {
    long nonce = random.nextLong();
    byte[] question = NtpPacket.question(nonce);
    Instant before = clock.instant();
    long begun = System.nanoTime();
    socket.send(new DatagramPacket(question, question.length));
    byte[] answer = new byte[LARGEST];
    Optional<String> last = Optional.empty();
    for (int i = 0; i < MOST_DATAGRAMS; i++) {
      long left = within.toNanos() - (System.nanoTime() - begun);
      if (left <= 0) {
        break;
      }
      socket.setSoTimeout((int) Math.max(1, left / 1_000_000));
      DatagramPacket got = new DatagramPacket(answer, answer.length);
      try {
        socket.receive(got);
      } catch (SocketTimeoutException silent) {
        if (last.isEmpty()) {
          throw silent;
        }
        break;
      }
      // By the steady clock: the other one may be set while we wait.
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      Optional<NtpPacket> packet = NtpPacket.read(answer, got.getLength());
      last =
          packet.isEmpty()
              ? Optional.of("its answer has " + got.getLength() + " bytes of 48")
              : packet.get().unfit(nonce);
      if (packet.isPresent() && last.isEmpty()) {
        return told(name, packet.get(), before, took);
      }
      if (packet.isPresent() && packet.get().originate() == nonce) {
        break;
      }
    }
    return new ClockReading.Nothing(name, last.orElse("no answer"));
  }

  // RFC 5905, section 8: offset and delay of the four times.
  private static ClockReading told(String name, NtpPacket packet, Instant before, Duration took) {
    Duration there =
        Duration.between(before, packet.received())
            .plus(Duration.between(before.plus(took), packet.sent()))
            .dividedBy(2);
    Duration onTheWay = took.minus(Duration.between(packet.received(), packet.sent()));
    Duration half = onTheWay.isNegative() ? Duration.ZERO : onTheWay.dividedBy(2);
    Duration within = half.plus(packet.error());
    return within.compareTo(FARTHEST) > 0
        ? new ClockReading.Nothing(
            name, "its answer took " + took.toMillis() / 1000.0 + " s, too long to tell a second by")
        : new ClockReading.Told(name, there.negated(), within);
  }
}
