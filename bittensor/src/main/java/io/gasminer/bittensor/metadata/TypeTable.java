package io.gasminer.bittensor.metadata;

import io.gasminer.bittensor.scale.Cases;
import io.gasminer.bittensor.scale.Fields;
import io.gasminer.bittensor.scale.MalformedScale;
import io.gasminer.bittensor.scale.Primitive;
import io.gasminer.bittensor.scale.ScaleReader;
import io.gasminer.bittensor.scale.ScaleType;
import io.gasminer.bittensor.scale.TypeRegistry;
import io.gasminer.bittensor.scale.TypeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Owns the reading of the table of types (scale-info's portable registry). Not thread-safe. */
final class TypeTable {
  private static final Primitive[] PRIMITIVES = Primitive.values();

  private record StoreAndOrder(int type, int store, int order) {}

  private final ScaleReader in;
  private final List<ScaleType> types = new ArrayList<>();
  // The words and the order of a bit sequence are types that may stand further down.
  private final List<StoreAndOrder> bits = new ArrayList<>();
  private int highest = -1;

  private TypeTable(ScaleReader in) {
    this.in = in;
  }

  static TypeRegistry read(ScaleReader in) throws MalformedScale {
    TypeTable table = new TypeTable(in);
    int count = in.count();
    for (int id = 0; id < count; id++) {
      if (in.compactU32() != id) {
        throw in.malformed("types out of order");
      }
      try {
        table.types.add(table.type(id));
      } catch (MalformedScale malformed) {
        throw malformed.inside("types[" + id + "]");
      }
    }
    if (table.highest >= count) {
      throw in.malformed("a type refers to type " + table.highest + " of " + count);
    }
    for (StoreAndOrder sequence : table.bits) {
      table.resolve(sequence);
    }
    return new TypeRegistry(table.types);
  }

  private ScaleType type(int id) throws MalformedScale {
    List<String> path = new ArrayList<>();
    for (int parts = in.count(); parts > 0; parts--) {
      path.add(in.text());
    }
    List<ScaleType.Parameter> parameters = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      String name = in.text();
      parameters.add(
          new ScaleType.Parameter(
              name, present() ? OptionalInt.of(reference()) : OptionalInt.empty()));
    }
    TypeShape shape = shape(id);
    Docs.skip(in);
    return new ScaleType(path, parameters, shape);
  }

  private TypeShape shape(int id) throws MalformedScale {
    return switch (in.u8()) {
      case 0 -> new TypeShape.Composite(fields());
      case 1 -> new TypeShape.Variant(cases());
      case 2 -> new TypeShape.Sequence(reference());
      case 3 -> new TypeShape.Array(in.u32(), reference());
      case 4 -> new TypeShape.Composite(tuple());
      case 5 -> new TypeShape.Plain(primitive());
      case 6 -> new TypeShape.Compact(reference());
      case 7 -> {
        bits.add(new StoreAndOrder(id, reference(), reference()));
        yield new TypeShape.Bits(8, true);
      }
      default -> throw in.malformed("an unknown kind of type");
    };
  }

  private Fields fields() throws MalformedScale {
    int count = in.count();
    List<String> names = new ArrayList<>(count);
    List<Integer> numbers = new ArrayList<>(count);
    boolean named = false;
    for (int i = 0; i < count; i++) {
      boolean hasName = present();
      named |= hasName;
      names.add(hasName ? in.text() : "");
      numbers.add(reference());
      if (present()) {
        in.skip(in.count());
      }
      Docs.skip(in);
    }
    return count == 0 ? Fields.NONE : new Fields(named ? names : List.of(), numbers);
  }

  private Cases cases() throws MalformedScale {
    int count = in.count();
    List<Cases.Case> cases = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String name = in.text();
      Fields fields = fields();
      int index = in.u8();
      cases.add(new Cases.Case(name, index, fields, Docs.read(in)));
    }
    return new Cases(cases);
  }

  private Fields tuple() throws MalformedScale {
    int count = in.count();
    List<Integer> numbers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      numbers.add(reference());
    }
    return new Fields(List.of(), numbers);
  }

  private Primitive primitive() throws MalformedScale {
    int number = in.u8();
    if (number >= PRIMITIVES.length) {
      throw in.malformed("an unknown primitive");
    }
    return PRIMITIVES[number];
  }

  private void resolve(StoreAndOrder sequence) throws MalformedScale {
    List<String> order = types.get(sequence.order()).path();
    String last = order.isEmpty() ? "" : order.getLast();
    if (!(types.get(sequence.store()).shape() instanceof TypeShape.Plain store)
        || !store.primitive().unsigned()
        || store.primitive().width() > 8
        || !(last.equals("Lsb0") || last.equals("Msb0"))) {
      throw in.malformed("a bit sequence of an unknown form")
          .inside("types[" + sequence.type() + "]");
    }
    ScaleType type = types.get(sequence.type());
    TypeShape shape = new TypeShape.Bits(8 * store.primitive().width(), last.equals("Lsb0"));
    types.set(sequence.type(), new ScaleType(type.path(), type.parameters(), shape));
  }

  private int reference() throws MalformedScale {
    long number = in.compactU32();
    if (number > Integer.MAX_VALUE - 1) {
      throw in.malformed("a reference to type " + number);
    }
    highest = Math.max(highest, (int) number);
    return (int) number;
  }

  private boolean present() throws MalformedScale {
    int flag = in.u8();
    if (flag > 1) {
      throw in.malformed("an option that is neither there nor not");
    }
    return flag == 1;
  }
}
