package io.gasminer.bittensor.rpc;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.LinkedBlockingQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Owns the server's end of one websocket, frame by frame. Sending is thread-safe. */
public final class Peer {
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;
  private static final int LAST = 0x80;

  private static final String ACCEPT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  final LinkedBlockingQueue<byte[]> pongs = new LinkedBlockingQueue<>();
  volatile boolean readsHeads;
  volatile boolean answersPings = true;

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;

  Peer(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
  }

  boolean shakeHands(ScriptedNode.Door door) throws IOException {
    String key = "";
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:")) {
        key = line.substring(line.indexOf(':') + 1).strip();
      }
    }
    return switch (door) {
      case SILENT -> {
        in.skipNBytes(1);
        yield false;
      }
      case FORBIDDEN -> {
        raw("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        yield false;
      }
      case OPEN -> {
        String answer =
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: "
                + accept(key)
                + "\r\n\r\n";
        raw(answer.getBytes(StandardCharsets.US_ASCII));
        yield true;
      }
    };
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    int next = in.read();
    while (next != '\n') {
      if (next < 0) {
        throw new EOFException();
      }
      line.append((char) next);
      next = in.read();
    }
    return line.toString().stripTrailing();
  }

  private static String accept(String key) {
    try {
      byte[] text = (key + ACCEPT).getBytes(StandardCharsets.US_ASCII);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The next request, in as many frames as it takes; pings are answered and pongs kept. */
  JsonNode request() throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    while (true) {
      int head = in.readUnsignedByte();
      int opcode = head & 15;
      byte[] payload = payload();
      switch (opcode) {
        case CONTINUATION, TEXT -> {
          message.write(payload);
          if (head >= LAST) {
            return JsonMapper.shared().readTree(message.toByteArray());
          }
        }
        case CLOSE -> {
          frame(true, CLOSE, payload);
          throw new EOFException();
        }
        case PING -> {
          if (answersPings) {
            frame(true, PONG, payload);
          }
        }
        case PONG -> pongs.add(payload);
        default -> throw new SocketException("opcode " + opcode);
      }
    }
  }

  private byte[] payload() throws IOException {
    int length = in.readUnsignedByte() & 127;
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = Math.toIntExact(in.readLong());
    }
    byte[] mask = in.readNBytes(4);
    byte[] payload = in.readNBytes(length);
    for (int i = 0; i < payload.length; i++) {
      payload[i] ^= mask[i & 3];
    }
    return payload;
  }

  void text(String text) throws IOException {
    frame(true, TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Answers with that JSON. */
  public void result(JsonNode request, String json) throws IOException {
    text("{\"jsonrpc\":\"2.0\",\"id\":" + request.path("id") + ",\"result\":" + json + "}");
  }

  /** Answers with that error object. */
  public void fault(JsonNode request, String json) throws IOException {
    text("{\"jsonrpc\":\"2.0\",\"id\":" + request.path("id") + ",\"error\":" + json + "}");
  }

  /** Answers that it knows no such method. */
  public void methodNotFound(JsonNode request) throws IOException {
    fault(request, "{\"code\":-32601,\"message\":\"Method not found\"}");
  }

  /** Sends news of a subscription. */
  public void notice(String subscription, String json) throws IOException {
    text(
        "{\"jsonrpc\":\"2.0\",\"method\":\"notice\",\"params\":{\"subscription\":\""
            + subscription
            + "\",\"result\":"
            + json
            + "}}");
  }

  void frame(boolean last, int opcode, byte[] payload) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 10);
    frame.put((byte) ((last ? 0x80 : 0) | opcode));
    if (payload.length < 126) {
      frame.put((byte) payload.length);
    } else if (payload.length < 65_536) {
      frame.put((byte) 126).putShort((short) payload.length);
    } else {
      frame.put((byte) 127).putLong(payload.length);
    }
    frame.put(payload).flip();
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    raw(bytes);
  }

  synchronized void raw(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  void close(int status, String reason) throws IOException {
    byte[] words = reason.getBytes(StandardCharsets.UTF_8);
    frame(
        true,
        CLOSE,
        ByteBuffer.allocate(2 + words.length).putShort((short) status).put(words).array());
  }

  /** Sends no more, and reads on. */
  void halfClose() throws IOException {
    socket.shutdownOutput();
  }

  /** Cuts the connection. */
  public void cut() throws IOException {
    socket.close();
  }

  boolean isOpen() {
    return !socket.isClosed();
  }
}
