package io.gasminer.bittensor.rpc;

import java.io.Reader;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns the reading of messages (JSON-RPC 2.0; subscriptions as Substrate's nodes send them).
 *
 * <p>Depth, names, numbers and the count of tokens are limited, so that a message of the largest
 * size costs a small multiple of itself. Never throws on what a node sends. Thread-safe.
 */
final class FrameReader {
  private static final int DEEPEST = 64;
  private static final int LONGEST_NAME = 1_000;
  private static final int LONGEST_NUMBER = 100;
  private static final long MOST_TOKENS = 4_000_000;
  private static final int LONGEST_ID = 128;

  private final JsonMapper mapper;

  FrameReader(int largestMessage) {
    StreamReadConstraints limits =
        StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxNameLength(LONGEST_NAME)
            .maxNumberLength(LONGEST_NUMBER)
            .maxStringLength(largestMessage)
            .maxDocumentLength(largestMessage)
            .maxTokenCount(MOST_TOKENS)
            .build();
    this.mapper =
        JsonMapper.builder(JsonFactory.builder().streamReadConstraints(limits).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
  }

  Frame read(CharSequence text) {
    try {
      JsonNode message = mapper.readTree(Reader.of(text));
      return message.isObject() ? read(message) : new Frame.Unreadable("a message is no object");
    } catch (JacksonException malformed) {
      return new Frame.Unreadable(
          "a message is no JSON within the limits: "
              + Words.clean(String.valueOf(malformed.getOriginalMessage())));
    }
  }

  private static Frame read(JsonNode message) {
    if (message.has("method")) {
      return notice(message);
    }
    Optional<JsonNode> error = present(message, "error");
    if (error.isEmpty() && !message.has("result")) {
      return new Frame.Unreadable("a message is neither an answer nor a notice");
    }
    JsonNode id = message.path("id");
    if (!id.isIntegralNumber() || !id.canConvertToLong()) {
      String words = error.map(FrameReader::fault).map(RpcFault::words).orElse("a result");
      return new Frame.Unaddressed("an answer without an id of ours: " + words);
    }
    RpcAnswer answer =
        error.isPresent()
            ? new RpcAnswer.Fault(fault(error.get()))
            : new RpcAnswer.Result(message.path("result"));
    return new Frame.Answer(id.longValue(), answer);
  }

  private static Frame notice(JsonNode message) {
    JsonNode subscription = message.path("params").path("subscription");
    JsonNode item = message.path("params").path("result");
    Optional<String> id = subscriptionId(subscription);
    return id.isEmpty() || item.isMissingNode() || message.has("id")
        ? new Frame.Unaddressed("a notice of no subscription")
        : new Frame.Notice(id.get(), item);
  }

  /** The id of a subscription: a short text, or a number with some nodes. */
  static Optional<String> subscriptionId(JsonNode node) {
    boolean usable = node.isString() || node.isIntegralNumber();
    return Optional.of(node)
        .filter(id -> usable)
        .map(JsonNode::asString)
        .filter(id -> !id.isEmpty() && id.length() <= LONGEST_ID);
  }

  private static RpcFault fault(JsonNode error) {
    JsonNode code = error.path("code");
    JsonNode message = error.path("message");
    return new RpcFault(
        code.isIntegralNumber() && code.canConvertToLong() ? code.longValue() : 0,
        message.isString() ? Words.clean(message.stringValue()) : "",
        present(error, "data"));
  }

  private static Optional<JsonNode> present(JsonNode object, String name) {
    JsonNode value = object.path(name);
    return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
  }
}
