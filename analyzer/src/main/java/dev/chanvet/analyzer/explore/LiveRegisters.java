package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.DataDemand;
import dev.chanvet.analyzer.facts.Demand;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.facts.Liveness;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * What of a state can still matter: which registers of goroutines' frames and which fields of
 * objects may be read, and where it makes a difference which number or text they hold. Of fields,
 * only numbers, text and the like are ever left out: what refers to an object may be asked for by
 * code outside the program.
 */
final class LiveRegisters {
  private static final Set<String> DATA =
      Set.of(
          "boolean",
          "byte",
          "short",
          "char",
          "int",
          "long",
          "float",
          "double",
          "java.lang.Boolean",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Double",
          "java.lang.String",
          "java.time.Duration",
          "java.time.Instant",
          "java.math.BigDecimal");

  /** Stands for every text where it does not matter which. */
  static final Value ANY_TEXT = new Value.Text("...");

  /**
   * The live registers at a point of a function.
   *
   * @param registers ascending
   * @param data for each of them, whether it matters which number or text it holds
   */
  record Live(int[] registers, boolean[] data) {}

  private enum Use {
    UNWANTED,
    ANY_DATA,
    WANTED
  }

  private final Demand demand;
  private final DataDemand dataDemand;
  private final Hierarchy hierarchy;
  private final Map<Function, Map<Long, Live>> points = new IdentityHashMap<>();
  private final Map<Layout, Use[]> slots = new IdentityHashMap<>();
  private final Map<String, Use> statics = new HashMap<>();

  LiveRegisters(Demand demand, DataDemand dataDemand, Hierarchy hierarchy) {
    this.demand = demand;
    this.dataDemand = dataDemand;
    this.hierarchy = hierarchy;
  }

  Demand demand() {
    return demand;
  }

  /** The live registers of the frame at {@code depth}, counted from the outermost, 0. */
  Live of(Goroutine goroutine, int depth) {
    Frame frame = goroutine.stack.get(depth);
    boolean waitsForCallee = goroutine.waitsForCallee(depth);
    long point = ((long) frame.block << 32 | frame.position) * 2 + (waitsForCallee ? 1 : 0);
    return points
        .computeIfAbsent(frame.function, function -> new HashMap<>())
        .computeIfAbsent(point, p -> solve(frame, waitsForCallee));
  }

  private Live solve(Frame frame, boolean waitsForCallee) {
    Liveness any = demand.of(frame.function);
    Liveness exact = dataDemand.of(frame.function);
    int block = frame.block;
    int position = frame.position;
    int[] registers =
        waitsForCallee ? any.liveAcross(block, position) : any.liveBefore(block, position);
    BitSet wanted = exact.before(block, waitsForCallee ? position + 1 : position);
    boolean[] data = new boolean[registers.length];
    for (int i = 0; i < data.length; i++) {
      data[i] = wanted.get(registers[i]);
    }
    return new Live(registers, data);
  }

  /** A value as far as it matters: where {@code data} is false, any number or text is like any. */
  static Value seen(Value value, boolean data) {
    if (!data) {
      if (value instanceof Value.Int || value instanceof Value.Real) {
        return Value.MANY;
      }
      if (value instanceof Value.Text) {
        return ANY_TEXT;
      }
    }
    return value;
  }

  private static Value seen(Value value, Use use) {
    return use == Use.UNWANTED ? Value.MANY : seen(value, use == Use.WANTED);
  }

  /** What an object holds, as far as it matters. */
  List<Value> contents(HeapObject object) {
    List<Value> values = object.values();
    return switch (object) {
      case HeapObject.Instance i -> {
        Use[] uses = slots(i.layout());
        yield mapped(values, slot -> seen(values.get(slot), uses[slot]));
      }
      case HeapObject.Channel c ->
          dataDemand.inChannels() ? values : mapped(values, i -> seen(values.get(i), false));
      case HeapObject.Array a ->
          dataDemand.inElements() ? values : mapped(values, i -> seen(values.get(i), false));
      case HeapObject.Sequence s ->
          dataDemand.inElements() ? values : mapped(values, i -> seen(values.get(i), false));
      case HeapObject.Closure c ->
          mapped(values, i -> seen(values.get(i), dataDemand.wantsParameter(c.body(), i)));
      case HeapObject.MethodReference m -> values;
      case HeapObject.Counter c -> values;
      case HeapObject.Handle h -> values;
    };
  }

  private static List<Value> mapped(List<Value> values, IntFunction<Value> seen) {
    List<Value> changed = null;
    for (int i = 0; i < values.size(); i++) {
      Value now = seen.apply(i);
      if (now != values.get(i) && changed == null) {
        changed = new ArrayList<>(values);
      }
      if (changed != null) {
        changed.set(i, now);
      }
    }
    return changed == null ? values : changed;
  }

  /** The arguments of a pending operation, as far as they matter. */
  List<Value> arguments(Pending pending) {
    List<Value> values = pending.arguments();
    boolean sends = pending.is(Primitive.SEND) || pending.is(Primitive.TRY_SEND);
    return sends && !dataDemand.inChannels()
        ? mapped(values, i -> seen(values.get(i), false))
        : values;
  }

  private Use[] slots(Layout layout) {
    Use[] known = slots.get(layout);
    if (known == null) {
      known = new Use[layout.size()];
      for (int slot = 0; slot < known.length; slot++) {
        known[slot] = use(layout.declarer(slot), layout.field(slot));
      }
      slots.put(layout, known);
    }
    return known;
  }

  private Use use(String owner, TypeDeclaration.Field field) {
    if (isData(field.type()) && !demand.wants(owner, field.name())) {
      return Use.UNWANTED;
    }
    return dataDemand.wants(owner, field.name()) ? Use.WANTED : Use.ANY_DATA;
  }

  /** The value of a static field, as far as it matters. */
  Value ofStatic(String qualified, Value value) {
    Use use =
        statics.computeIfAbsent(
            qualified,
            name -> {
              int dot = name.lastIndexOf('.');
              String type = dot < 0 ? "" : name.substring(0, dot);
              TypeDeclaration owner = hierarchy.program().type(type);
              TypeDeclaration.Field field =
                  owner == null ? null : owner.fields().get(name.substring(dot + 1));
              return field == null ? Use.WANTED : use(type, field);
            });
    return seen(value, use);
  }

  private boolean isData(TypeRef type) {
    TypeDeclaration declared = hierarchy.program().type(type.name());
    return type.dimensions() == 0
        && (DATA.contains(type.name())
            || (declared != null && declared.kind() == TypeDeclaration.Kind.ENUM));
  }

  /** The values that a goroutine can still use. */
  List<Value> values(Goroutine goroutine) {
    List<Value> values = new ArrayList<>();
    for (int depth = 0; depth < goroutine.stack.size(); depth++) {
      Frame frame = goroutine.stack.get(depth);
      for (int register : of(goroutine, depth).registers()) {
        values.add(frame.registers[register]);
      }
      if (frame.result != null) {
        values.add(frame.result);
      }
    }
    if (goroutine.pending != null) {
      values.addAll(goroutine.pending.arguments());
    }
    values.add(goroutine.attached);
    return values;
  }
}
