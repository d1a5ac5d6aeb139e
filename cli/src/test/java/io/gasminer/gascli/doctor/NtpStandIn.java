package io.gasminer.gascli.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/** Owns a server on loopback that answers questions about the time, well or badly. */
final class NtpStandIn implements AutoCloseable {
  private static final long UNIX_EPOCH_IN_1900 = 2_208_988_800L;

  private final DatagramSocket socket;

  /** Answers each question with these datagrams. */
  NtpStandIn(Function<byte[], List<byte[]>> conduct) {
    try {
      socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    } catch (SocketException noPort) {
      throw new UncheckedIOException(noPort);
    }
    Thread.ofPlatform().daemon().start(() -> serve(conduct));
  }

  /** A server that tells the clock's time. */
  static NtpStandIn telling(InstantSource clock) {
    return new NtpStandIn(question -> List.of(answer(question, clock.instant())));
  }

  TimeServer place() {
    return new TimeServer("127.0.0.1", socket.getLocalPort());
  }

  /** What a good server of stratum 2 says at that time. */
  static byte[] answer(byte[] question, Instant now) {
    ByteBuffer packet = ByteBuffer.allocate(48);
    packet.put(0, (byte) 0b00_100_100).put(1, (byte) 2);
    // A root delay of 1/64 s and a dispersion of 1/128 s.
    packet.putInt(4, 1 << 10).putInt(8, 1 << 9);
    packet.putLong(24, ByteBuffer.wrap(question).getLong(40));
    packet.putLong(32, stamp(now)).putLong(40, stamp(now));
    return packet.array();
  }

  /** A copy with one byte set. */
  static byte[] with(byte[] packet, int place, int value) {
    byte[] copy = packet.clone();
    copy[place] = (byte) value;
    return copy;
  }

  /** The kiss of death with that code. */
  static byte[] kiss(byte[] question, String code) {
    byte[] packet = with(answer(question, Instant.EPOCH), 1, 0);
    System.arraycopy(code.getBytes(StandardCharsets.US_ASCII), 0, packet, 12, 4);
    return packet;
  }

  private static long stamp(Instant time) {
    long seconds = (time.getEpochSecond() + UNIX_EPOCH_IN_1900) << 32;
    return seconds + ((long) time.getNano() << 32) / 1_000_000_000L;
  }

  private void serve(Function<byte[], List<byte[]>> conduct) {
    byte[] question = new byte[48];
    while (!socket.isClosed()) {
      try {
        DatagramPacket got = new DatagramPacket(question, question.length);
        socket.receive(got);
        for (byte[] answer : conduct.apply(question.clone())) {
          socket.send(new DatagramPacket(answer, answer.length, got.getSocketAddress()));
        }
      } catch (IOException closed) {
        return;
      }
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
