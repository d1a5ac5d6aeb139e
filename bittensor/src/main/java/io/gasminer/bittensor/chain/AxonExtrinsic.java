package io.gasminer.bittensor.chain;

import io.gasminer.bittensor.scale.Encoded;
import io.gasminer.bittensor.scale.ScaleValue;
import io.gasminer.bittensor.subtensor.Era;
import io.gasminer.bittensor.subtensor.ExtrinsicBuilder;
import io.gasminer.bittensor.subtensor.Prepared;
import io.gasminer.bittensor.subtensor.Validity;
import io.gasminer.bittensor.wallet.Hotkey;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Owns the signed extrinsic that announces an axon. */
record AxonExtrinsic(Questions questions, ChainRuntime runtime, int netuid, Hotkey hotkey) {
  /** Blocks for which the extrinsic may be taken; afterwards it is void, and may be sent anew. */
  private static final int LIFETIME = 64;

  Answer<byte[]> signed(Axon wanted, Block at) {
    Era era = Era.mortal(LIFETIME, at.number());
    return questions
        .hashOf(era.birth(at.number()))
        .then(birth -> nonce().then(nonce -> signed(wanted, era, birth, nonce)));
  }

  private Answer<byte[]> signed(Axon wanted, Era era, String birth, long nonce) {
    Encoded call =
        runtime
            .metadata()
            .call("SubtensorModule", "serve_axon")
            .encode(c -> c.encode(arguments(wanted)));
    byte[] hash = HexFormat.of().parseHex(birth, 2, birth.length());
    Prepared prepared =
        new ExtrinsicBuilder(runtime.metadata(), runtime.identity())
            .prepare(call, new Validity(era, hash, nonce, BigInteger.ZERO));
    return switch (prepared) {
      case Prepared.Refused(String reason) -> new Answer.Unavailable<>(reason);
      case Prepared.Ready ready ->
          switch (ready.extrinsic().sign(hotkey)) {
            case Encoded.Bytes(byte[] bytes) -> new Answer.Got<>(bytes);
            case Encoded.Refused refused -> new Answer.Unavailable<>(refused.toString());
          };
    };
  }

  private Map<String, ScaleValue> arguments(Axon wanted) {
    Map<String, ScaleValue> arguments = new LinkedHashMap<>();
    arguments.put("netuid", ScaleValue.of(netuid));
    arguments.put("version", ScaleValue.of(wanted.version()));
    arguments.put("ip", ScaleValue.of(wanted.ip()));
    arguments.put("port", ScaleValue.of(wanted.port()));
    arguments.put("ip_type", ScaleValue.of(wanted.ipType()));
    arguments.put("protocol", ScaleValue.of(wanted.protocol()));
    arguments.put("placeholder1", ScaleValue.of(0));
    arguments.put("placeholder2", ScaleValue.of(0));
    return arguments;
  }

  private Answer<Long> nonce() {
    String account = hotkey.address().toString();
    Answer<Long> nonce = nonce("system_accountNextIndex", account);
    return nonce.found().isPresent() ? nonce : nonce("account_nextIndex", account);
  }

  private Answer<Long> nonce(String method, String account) {
    return questions.ask(AxonExtrinsic::count, method, account);
  }

  private static Optional<Long> count(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0
        ? Optional.of(value.longValue())
        : Optional.empty();
  }
}
