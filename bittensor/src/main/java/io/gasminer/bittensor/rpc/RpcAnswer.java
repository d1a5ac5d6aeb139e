package io.gasminer.bittensor.rpc;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** What came of one call. */
public sealed interface RpcAnswer {
  /** The node answered; {@code value} may be JSON's null. */
  record Result(JsonNode value) implements RpcAnswer {}

  /** The node refused or could not; the call reached it and asking again changes nothing. */
  record Fault(RpcFault fault) implements RpcAnswer {}

  /** The call never left this machine: nothing happened, and it may be made again. */
  record NotSent(String reason) implements RpcAnswer {}

  /** The connection ended after the call was sent: whether it took effect is not known. */
  record Lost(String reason) implements RpcAnswer {}

  /** Sent, and not answered in time: whether it took effect is not known. */
  record TimedOut(Duration after) implements RpcAnswer {}

  /** On one short line, for people; a result is not shown. */
  default String words() {
    return switch (this) {
      case Result result -> "answered";
      case Fault(RpcFault fault) -> "the node answered with error " + fault.words();
      case NotSent(String reason) -> "not sent: " + reason;
      case Lost(String reason) -> "no answer: " + reason;
      case TimedOut(Duration after) -> "no answer in " + after.toMillis() + " ms";
    };
  }
}
