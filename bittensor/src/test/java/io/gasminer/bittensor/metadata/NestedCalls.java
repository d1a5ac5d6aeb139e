package io.gasminer.bittensor.metadata;

import io.gasminer.bittensor.scale.Encoded;
import io.gasminer.bittensor.scale.ScaleValue;
import io.gasminer.bittensor.wallet.Hotkey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds the calls with calls inside, which the reference tells in prose. */
final class NestedCalls {
  static final Set<String> MODULES = Set.of("Sudo", "Utility", "Proxy");

  private NestedCalls() {}

  static Map<String, Encoded> encoded(RuntimeMetadata metadata) {
    ScaleValue remark =
        ScaleValue.of(new byte[] {(byte) 0xDE, (byte) 0xAD, (byte) 0xBE, (byte) 0xEF});
    ScaleValue toBob = transfer("//Bob", 1);
    Map<String, Encoded> made = new HashMap<>();
    made.put(
        "Sudo",
        encoded(
            metadata,
            "Sudo",
            "sudo",
            Map.of("call", inner("System", "remark", Map.of("remark", remark)))));
    made.put(
        "Utility",
        encoded(
            metadata,
            "Utility",
            "batch",
            Map.of("calls", ScaleValue.sequence(List.of(toBob, transfer("//Charlie", 2))))));
    made.put(
        "Proxy",
        encoded(
            metadata,
            "Proxy",
            "proxy",
            Map.of(
                "call", toBob,
                "force_proxy_type", ScaleValue.option(Optional.of(ScaleValue.variant("Transfer"))),
                "real", account("//Alice"))));
    return made;
  }

  private static Encoded encoded(
      RuntimeMetadata metadata, String pallet, String name, Map<String, ScaleValue> arguments) {
    return metadata.call(pallet, name).encode(call -> call.encode(arguments));
  }

  private static ScaleValue transfer(String uri, long amount) {
    return inner(
        "Balances",
        "transfer_keep_alive",
        Map.of("dest", account(uri), "value", ScaleValue.of(amount)));
  }

  private static ScaleValue inner(String pallet, String name, Map<String, ScaleValue> arguments) {
    ScaleValue.Composite fields = (ScaleValue.Composite) ScaleValue.composite(arguments);
    return ScaleValue.variant(pallet, new ScaleValue.Variant(name, fields));
  }

  private static ScaleValue account(String uri) {
    return ScaleValue.variant("Id", ScaleValue.of(Hotkey.fromUri(uri).address().publicKey()));
  }
}
