package io.gasminer.miner.generation.stability;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Owns a form as {@code multipart/form-data} (RFC 7578), text fields only. */
record MultipartForm(String boundary, byte[] body) {
  /** The fields in their order, parted by a boundary that no field holds. */
  static MultipartForm of(Map<String, String> fields, RandomGenerator random) {
    String boundary = "gas-miner-" + Long.toHexString(random.nextLong());
    while (holds(fields, boundary)) {
      boundary = "gas-miner-" + Long.toHexString(random.nextLong());
    }
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> field : fields.entrySet()) {
      text.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"");
      text.append(field.getKey()).append("\"\r\n\r\n").append(field.getValue()).append("\r\n");
    }
    text.append("--").append(boundary).append("--\r\n");
    return new MultipartForm(boundary, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  private static boolean holds(Map<String, String> fields, String boundary) {
    return fields.values().stream().anyMatch(value -> value.contains(boundary));
  }
}
