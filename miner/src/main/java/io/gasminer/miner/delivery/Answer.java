package io.gasminer.miner.delivery;

import java.util.List;
import java.util.Locale;

/** Owns what a validator's answer to a delivery means (wire protocol, section 3). */
enum Answer {
  RECORDED("recorded"),
  FAILURE_RECORDED("recorded"),
  ALREADY_PROCESSED("already-processed"),
  UNKNOWN_TASK("unknown-task"),
  REFUSED("refused"),
  OUR_REQUEST_WRONG("our-request-wrong"),
  NOT_DELIVERED("not-delivered");

  private static final List<String> OUR_MISTAKES =
      List.of(
          "content types are supported",
          "missing task-id header",
          "empty binary payload",
          "\"detail\"");

  private final String receiptName;

  Answer(String receiptName) {
    this.receiptName = receiptName;
  }

  String receiptName() {
    return receiptName;
  }

  static Answer of(int status, String body) {
    String words = body.toLowerCase(Locale.ROOT);
    if (status >= 200 && status < 300) {
      if (words.contains("not found in current session")) {
        return UNKNOWN_TASK;
      }
      if (words.contains("already processed")) {
        return ALREADY_PROCESSED;
      }
      return words.contains("failure recorded") ? FAILURE_RECORDED : RECORDED;
    }
    if (status == 400 || status == 401) {
      boolean ours = status == 401 || OUR_MISTAKES.stream().anyMatch(words::contains);
      return ours ? OUR_REQUEST_WRONG : REFUSED;
    }
    return NOT_DELIVERED;
  }
}
