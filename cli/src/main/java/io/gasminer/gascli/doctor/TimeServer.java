package io.gasminer.gascli.doctor;

import java.util.List;

/** Owns the name of a server that tells the time by NTP. */
public record TimeServer(String host, int port) {
  /** Independent of each other, so that one that is wrong is outvoted. */
  public static final List<TimeServer> USUAL =
      List.of(
          new TimeServer("pool.ntp.org", 123),
          new TimeServer("time.cloudflare.com", 123),
          new TimeServer("time.nist.gov", 123));

  private static final int NTP = 123;

  /**
   * The server that the text names, as in {@code time.cloudflare.com} or {@code 127.0.0.1:1123}.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static TimeServer parse(String text) {
    String stripped = text.strip();
    int colon = stripped.lastIndexOf(':');
    boolean hasPort = colon > 0 && stripped.indexOf(':') == colon;
    String host = hasPort ? stripped.substring(0, colon) : stripped;
    String port = hasPort ? stripped.substring(colon + 1) : Integer.toString(NTP);
    if (!host.matches("[\\w.:-]{1,253}") || !port.matches("\\d{1,5}")) {
      throw new IllegalArgumentException("'" + text + "' is no server; write host or host:port");
    }
    int number = Integer.parseInt(port);
    if (number < 1 || number > 65_535) {
      throw new IllegalArgumentException("'" + text + "' has no port from 1 to 65535");
    }
    return new TimeServer(host, number);
  }

  @Override
  public String toString() {
    return port == NTP ? host : host + ":" + port;
  }
}
