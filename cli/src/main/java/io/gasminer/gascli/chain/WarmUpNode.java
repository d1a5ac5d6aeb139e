package io.gasminer.gascli.chain;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns a node on loopback that answers just enough for a command to connect and to begin to ask, so
 * that the classes this takes are in the launcher's archive. It knows no chain.
 */
public final class WarmUpNode implements AutoCloseable {
  private static final String ACCEPT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final String KEY = "sec-websocket-key:";
  private static final int LONGEST = 16_384;
  private static final int TEXT = 0x81;
  private static final int SHORT = 126;
  private static final Map<String, String> ANSWERS =
      Map.of(
          "chain_getBlockHash",
          "\"0x" + "00".repeat(32) + "\"",
          "chain_getHeader",
          "{\"number\":\"0x1\"}",
          "chain_subscribeNewHeads",
          "\"heads\"",
          "state_subscribeRuntimeVersion",
          "\"versions\"",
          "state_getRuntimeVersion",
          "{\"specName\":\"none\",\"specVersion\":1,\"transactionVersion\":1,\"apis\":[]}",
          // "meta", version 14, no types and no pallets: the reader begins, and finds an end.
          "state_getMetadata",
          "\"0x6d6574610e0000\"");

  private final ServerSocket server;

  private WarmUpNode(ServerSocket server) {
    this.server = server;
  }

  /** Listens on a port of the system's choice. */
  public static WarmUpNode start() throws IOException {
    WarmUpNode node = new WarmUpNode(new ServerSocket(0, 8, InetAddress.getLoopbackAddress()));
    Thread.ofVirtual().name("warm-up-node").start(node::accept);
    return node;
  }

  /** Its address, as a command takes it. */
  public String address() {
    return "ws://127.0.0.1:" + server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // Nobody needs it any more.
    }
  }

  private static void serve(Socket socket) {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      out.write(greeting(in));
      while (true) {
        JsonNode asked = JsonMapper.shared().readTree(frame(in));
        String answer = ANSWERS.getOrDefault(asked.path("method").asString(""), "null");
        String text =
            "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":%s}".formatted(asked.path("id"), answer);
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        out.write(head(payload.length));
        out.write(payload);
      }
    } catch (IOException | RuntimeException gone) {
      // The command has ended.
    }
  }

  private static byte[] head(int length) {
    return length < SHORT
        ? new byte[] {(byte) TEXT, (byte) length}
        : new byte[] {(byte) TEXT, SHORT, (byte) (length >> 8), (byte) length};
  }

  private static byte[] greeting(DataInputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0 && head.length() < LONGEST) {
      head.append((char) in.readUnsignedByte());
    }
    String key =
        head.toString()
            .lines()
            .filter(line -> line.regionMatches(true, 0, KEY, 0, KEY.length()))
            .map(line -> line.substring(KEY.length()).strip())
            .findFirst()
            .orElse("");
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1")
              .digest((key + ACCEPT).getBytes(StandardCharsets.US_ASCII));
      return ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
              + "Sec-WebSocket-Accept: "
              + Base64.getEncoder().encodeToString(digest)
              + "\r\n\r\n")
          .getBytes(StandardCharsets.US_ASCII);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  // A command's questions fit into one frame each; anything else ends the connection.
  private static byte[] frame(DataInputStream in) throws IOException {
    if (in.readUnsignedByte() != TEXT) {
      throw new IOException("no text");
    }
    int length = in.readUnsignedByte() & 127;
    length = length == SHORT ? in.readUnsignedShort() : length;
    byte[] mask = in.readNBytes(4);
    byte[] payload = in.readNBytes(length);
    for (int i = 0; i < payload.length; i++) {
      payload[i] ^= mask[i & 3];
    }
    return payload;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
