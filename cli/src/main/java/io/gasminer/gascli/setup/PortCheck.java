package io.gasminer.gascli.setup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Owns the trying of a port by listening there for a moment. */
final class PortCheck {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
  private static final long LARGEST = 64 * 1024;

  private PortCheck() {}

  static Finding of(String address, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral(address), port), 1);
      return new Finding.Fine("port " + port + " on " + address + " is free");
    } catch (IllegalArgumentException noLiteral) {
      return new Finding.Wrong("BT_AXON_IP is " + address + ", which is no address");
    } catch (IOException refused) {
      return refused(address, port, String.valueOf(refused.getMessage()));
    }
  }

  private static Finding refused(String address, int port, String why) {
    String reason = why.toLowerCase(Locale.ROOT);
    if (reason.contains("permission")) {
      return new Finding.Wrong(
          "this user may not listen on port " + port + "; take one from 1024 on, such as 8093");
    }
    if (reason.contains("assign")) {
      return new Finding.Wrong(
          "this machine has no address " + address + "; set BT_AXON_IP to 0.0.0.0");
    }
    return isMiner(address, port)
        ? new Finding.Doubtful(
            "a miner listens on port "
                + port
                + " already: fine if it is the one that this file is for, else take another port")
        : new Finding.Wrong(
            "port " + port + " is in use by another program; take another one, or stop that one");
  }

  private static boolean isMiner(String address, int port) {
    String host = address.equals("0.0.0.0") || address.equals("::") ? "127.0.0.1" : address;
    String place = host.contains(":") ? "[" + host + "]" : host;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + place + ":" + port + "/miner_info")).build();
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_WITHIN)
            .build();
    try {
      HttpResponse<byte[]> answer =
          client
              .sendAsync(
                  request,
                  HttpResponse.BodyHandlers.limiting(
                      HttpResponse.BodyHandlers.ofByteArray(), LARGEST))
              .get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
      return answer.statusCode() == 200
          && new String(answer.body(), StandardCharsets.UTF_8).contains("\"GENERATOR\"");
    } catch (ExecutionException | TimeoutException nobodyWhoSpeaksHttp) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      client.shutdownNow();
    }
  }
}
