package io.gasminer.bittensor.subtensor;

import io.gasminer.bittensor.ChainVectors;
import io.gasminer.bittensor.metadata.Call;
import io.gasminer.bittensor.metadata.Lookup;
import io.gasminer.bittensor.metadata.RuntimeMetadata;
import io.gasminer.bittensor.scale.Encoded;
import io.gasminer.bittensor.scale.ScaleValue;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Encodes the announcements that vectors describe, through the metadata of a runtime. */
final class ServeAxon {
  private ServeAxon() {}

  /** The call of a vector's {@code in}, with TLS where it names a certificate. */
  static Encoded encoded(RuntimeMetadata metadata, JsonNode in) {
    Map<String, ScaleValue> arguments = new LinkedHashMap<>();
    // Not in the runtime's order: arguments are found by name.
    arguments.put("placeholder2", number(in, "placeholder2"));
    arguments.put("placeholder1", number(in, "placeholder1"));
    arguments.put("netuid", number(in, "netuid"));
    arguments.put("version", number(in, "version"));
    arguments.put("ip", number(in, "ip"));
    arguments.put("port", number(in, "port"));
    arguments.put("ip_type", number(in, "ipType"));
    arguments.put("protocol", number(in, "protocol"));
    boolean tls = in.path("certificate").isString();
    if (tls) {
      arguments.put("certificate", ScaleValue.of(ChainVectors.hex(in.path("certificate"))));
    }
    Lookup<Call> call = metadata.call("SubtensorModule", tls ? "serve_axon_tls" : "serve_axon");
    return call.encode(found -> found.encode(arguments));
  }

  /** What all vectors announce that do not say otherwise: 203.0.113.9:18101 on subnet 34. */
  static ObjectNode usual() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("netuid", 34)
        .put("version", 10_005_000)
        .put("ip", "3405803785")
        .put("port", 18_101)
        .put("ipType", 4)
        .put("protocol", 4)
        .put("placeholder1", 0)
        .put("placeholder2", 0);
  }

  private static ScaleValue number(JsonNode in, String name) {
    return ScaleValue.of(new BigInteger(in.path(name).asString()));
  }
}
