package io.gasminer.bittensor;

import io.gasminer.bittensor.scale.ScaleValue;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Compares what the reference shows in forms of its own: events, calls and eras. */
final class ShownForms {
  private ShownForms() {}

  /** A record of System.Events: the phase's number and the event's parts stand beside it. */
  static boolean eventRecord(JsonNode shown, ScaleValue.Composite record) {
    ScaleValue.Variant phase = (ScaleValue.Variant) record.field("phase").orElseThrow();
    ScaleValue.Variant event = (ScaleValue.Variant) record.field("event").orElseThrow();
    JsonNode index = shown.path("extrinsic_idx");
    return shown.path("phase").stringValue("").equals(phase.name())
        && (phase.items().isEmpty()
            ? index.isNull()
            : Plainly.shows(index, phase.items().getFirst()))
        && event(shown.path("event"), event)
        && named(shown, "module_id", "event_id", event)
        && shown.path("attributes").equals(shown.path("event").path("attributes"))
        && Plainly.shows(shown.path("topics"), record.field("topics").orElseThrow());
  }

  /** An event: its pallet, its name and its fields. */
  static boolean event(JsonNode shown, ScaleValue.Variant event) {
    return named(shown, "module_id", "event_id", event)
        && attributes(shown.path("attributes"), inner(event).fields());
  }

  /** A call: its pallet, its name, and its arguments in order. */
  static boolean call(JsonNode shown, ScaleValue.Variant call) {
    ScaleValue.Composite arguments = inner(call).fields();
    JsonNode listed = shown.path("call_args");
    boolean right =
        named(shown, "call_module", "call_function", call)
            && listed.size() == arguments.values().size();
    for (int i = 0; right && i < listed.size(); i++) {
      right =
          listed.get(i).path("name").stringValue("").equals(arguments.names().get(i))
              && Plainly.shows(listed.get(i).path("value"), arguments.values().get(i));
    }
    return right;
  }

  /** An era: 00, or its period and the phase that its two bytes hold. */
  static boolean era(JsonNode shown, ScaleValue.Variant era) {
    if (era.items().isEmpty()) {
      return shown.stringValue("").equals("00");
    }
    int first = Integer.parseInt(era.name().substring("Mortal".length()));
    long both = first | era.items().getFirst().asLong().orElseThrow() << 8;
    long period = 2L << (both & 15);
    long phase = (both >> 4) * Math.max(period >> 12, 1);
    return Plainly.list(shown, List.of(ScaleValue.of(period), ScaleValue.of(phase)));
  }

  private static boolean attributes(JsonNode shown, ScaleValue.Composite fields) {
    return fields.names().isEmpty() && fields.values().size() == 1
        ? Plainly.shows(shown, fields.values().getFirst())
        : Plainly.composite(shown, fields);
  }

  private static boolean named(
      JsonNode shown, String pallet, String name, ScaleValue.Variant outer) {
    return shown.path(pallet).stringValue("").equals(outer.name())
        && shown.path(name).stringValue("").equals(inner(outer).name());
  }

  private static ScaleValue.Variant inner(ScaleValue.Variant outer) {
    return (ScaleValue.Variant) outer.items().getFirst();
  }
}
