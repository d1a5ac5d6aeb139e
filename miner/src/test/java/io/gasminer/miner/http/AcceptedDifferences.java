package io.gasminer.miner.http;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The differences from the known miner that are meant, each with its anchor in the document. */
final class AcceptedDifferences {
  /**
   * One difference.
   *
   * @param anchor of {@code docs/differences.md}
   * @param names what the recording's name matches
   * @param ours what the description of our answer contains
   */
  private record Meant(String anchor, String names, String ours) {}

  private static final List<Meant> ALL =
      List.of(
          new Meant(
              "signature-that-cannot-be-read",
              "(GET|POST) /.* signature (not hex|no 0x|short)",
              "ours 400 {content-type=application/json} {\"detail\":\"Invalid Signature\"}"),
          new Meant(
              "space-around-a-header",
              "(GET|POST) /.* version '2 '",
              "known 400 {content-type=application/json} {\"detail\":\"Unknown Epistula"
                  + " version\"}"),
          new Meant(
              "words-after-invalid-json",
              "gen_image body: (not json|trailing comma|list|number 5|string|true|invalid utf-8"
                  + "|deep nesting|trailing garbage|single quotes|control char in string)",
              "ours 400 {content-type=application/json} {\"error\": \"Invalid JSON body: "),
          new Meant(
              "a-body-that-is-no-object",
              "gen_image body: (null|empty list|number 0)",
              "ours 400 {content-type=application/json} {\"error\": \"Invalid JSON body: "),
          new Meant(
              "a-prompt-that-is-no-string",
              "(gen_image body|wh):.?prompt (int|true|list|dict).*",
              "ours 400 {content-type=application/json} {\"error\": \"Invalid field: prompt must"
                  + " be"),
          new Meant(
              "body-cap",
              "gen_image 8 MiB body",
              "ours 413 {content-type=application/json} {\"detail\":\"Request body is larger than"),
          new Meant(
              "no-api-pages",
              "GET /(docs|redoc|openapi.json|docs/oauth2-redirect) (un)?signed",
              "ours 404 {content-type=application/json} {\"detail\":\"Not Found\"}"),
          new Meant(
              "unknown-method",
              "garbage request line",
              "ours 404 {content-type=application/json} {\"detail\":\"Not Found\"}"),
          new Meant(
              "header-cap",
              "header 70 KB",
              "ours 400 {content-type=application/json} {\"detail\":\"Invalid HTTP request"),
          new Meant(
              "status-of-a-completed-task",
              "status after (success|empty data|receiver|webhook url).*",
              "\"status\": \"completed\""));

  private final Set<Meant> used = new HashSet<>();

  boolean explains(String name, String difference) {
    if (difference.isEmpty()) {
      return true;
    }
    for (Meant meant : ALL) {
      if (name.matches(meant.names()) && difference.contains(meant.ours())) {
        used.add(meant);
        return true;
      }
    }
    return false;
  }

  /** What is listed but did not happen: the list is to be shortened. */
  List<String> unused() {
    return ALL.stream().filter(meant -> !used.contains(meant)).map(Meant::toString).toList();
  }
}
