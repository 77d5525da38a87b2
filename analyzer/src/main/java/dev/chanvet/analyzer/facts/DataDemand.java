package dev.chanvet.analyzer.facts;

import dev.chanvet.analyzer.facts.InertCode.Detour;
import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import dev.chanvet.analyzer.ir.Literal;
import dev.chanvet.analyzer.ir.Operands;
import dev.chanvet.analyzer.ir.Operator;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.Terminator;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Of the values that matter, those where it matters <em>which</em> number or text they are. What is
 * only sent on, kept, or compared with null may be any: a pipeline of numbers behaves like a
 * pipeline of one number.
 *
 * <p>The same analysis as {@link Demand} with other needs. What is in channels is one place, what
 * is in arrays and collections another one: once somebody looks at what he takes out of any, all
 * that goes into any matters (over).
 */
public final class DataDemand extends Demand {
  private final Demand demand;
  private final Hierarchy hierarchy;
  private final References references;
  private final Map<FunctionId, BitSet> nulls = new HashMap<>();
  private boolean inChannels;
  private boolean inElements;

  /** The arguments that some function value reads; all from {@link #valuesReadFrom} on. */
  private final BitSet valuesRead = new BitSet();

  private int valuesReadFrom = Integer.MAX_VALUE;

  private DataDemand(
      Demand demand,
      Hierarchy hierarchy,
      CallGraph callGraph,
      InertCode inertCode,
      Collection<Function> functions) {
    super(hierarchy, callGraph, inertCode, demand.functionValues(), functions);
    this.demand = demand;
    this.hierarchy = hierarchy;
    this.references = new References(hierarchy);
    functionValues().callables().forEach(this::noteValuesRead);
  }

  /** Solves it for functions whose {@code demand} is known. */
  public static DataDemand of(
      Demand demand,
      Hierarchy hierarchy,
      CallGraph callGraph,
      InertCode inertCode,
      Collection<Function> functions) {
    DataDemand data = new DataDemand(demand, hierarchy, callGraph, inertCode, functions);
    data.solve();
    return data;
  }

  /** Whether it matters which numbers or texts channels hold. */
  public boolean inChannels() {
    return inChannels;
  }

  /** Whether it matters which numbers or texts arrays and collections hold. */
  public boolean inElements() {
    return inElements;
  }

  /** Whether it matters which number or text a parameter is. */
  public boolean wantsParameter(Function function, int parameter) {
    return reads(function, parameter);
  }

  @Override
  public @Nullable Detour detour(Function function, int block) {
    return demand.detour(function, block);
  }

  @Override
  boolean wantMoreBranches(Function function, Liveness live) {
    return false;
  }

  @Override
  void noteElement() {
    if (!inElements) {
      inElements = true;
      again();
    }
  }

  private void noteChannel() {
    if (!inChannels) {
      inChannels = true;
      again();
    }
  }

  @Override
  void notePrimitive(Function function, Instruction.Perform perform, boolean wanted) {
    switch (perform.primitive()) {
      case RECEIVE, TRY_RECEIVE, PEEK -> {
        if (wanted) {
          noteChannel();
        }
      }
      case AT, REMOVE -> {
        if (wanted) {
          noteElement();
        }
      }
      case INDEX_OF -> {
        if (!references.contains(function, perform.arguments().get(1))) {
          noteElement();
        }
      }
      case COMPARE_AND_SET -> super.notePrimitive(function, perform, wanted);
      case SELECT -> {
        arms().forEach(arm -> want(new FieldRef(arm, "kind")));
        if (inChannels) {
          super.notePrimitive(function, perform, wanted);
        } else if (arms().stream().anyMatch(arm -> wants(arm, "value"))) {
          noteChannel();
        }
      }
      default -> {}
    }
  }

  @Override
  List<Register> needs(Function function, Instruction instruction, boolean wanted) {
    return withoutReferences(function, needsOf(function, instruction, wanted));
  }

  private List<Register> withoutReferences(Function function, List<Register> registers) {
    return registers.stream().filter(register -> !references.contains(function, register)).toList();
  }

  private List<Register> needsOf(Function function, Instruction instruction, boolean wanted) {
    return switch (instruction) {
      case Instruction.Compute c when isNullTest(function, c) -> List.of();
      case Instruction.StoreField s -> wants(s.field()) ? List.of(s.value()) : List.of();
      case Instruction.StoreStatic s -> wants(s.field()) ? List.of(s.value()) : List.of();
      case Instruction.LoadElement l -> List.of(l.index());
      case Instruction.StoreElement s ->
          inElements ? List.of(s.index(), s.value()) : List.of(s.index());
      case Instruction.NewArray n -> List.of(n.length());
      case Instruction.MakeClosure m -> captures(m);
      case Invoke i -> needsOf(i, wanted);
      case Instruction.Perform p -> needsOf(p, wanted);
      case Instruction.LoadField l -> List.of();
      case Instruction.LoadStatic l -> List.of();
      case Instruction.ArrayLength a -> List.of();
      case Instruction.Iterate i -> List.of();
      case Instruction.EnterMonitor m -> List.of();
      case Instruction.ExitMonitor m -> List.of();
      case Instruction.MakeMethodReference m -> Operands.of(m);
      case Instruction.Constant c -> List.of();
      case Instruction.Unknown u -> List.of();
      case Instruction.NewObject n -> List.of();
      case Instruction.Copy c -> wanted ? Operands.of(c) : List.of();
      case Instruction.Compute c -> wanted ? Operands.of(c) : List.of();
      case Instruction.Cast c -> wanted ? Operands.of(c) : List.of();
      case Instruction.TypeTest t -> wanted ? Operands.of(t) : List.of();
    };
  }

  private List<Register> needsOf(Invoke invoke, boolean wanted) {
    List<Register> needed = new ArrayList<>(arguments(invoke, wanted));
    wantCompared(invoke);
    Register receiver = invoke.receiver();
    if (wanted && receiver != null && (targets(invoke).isEmpty() || mayBeData(invoke.owner()))) {
      needed.add(receiver);
    }
    return needed;
  }

  /** Whether a value of that type may be a number or a text, which methods ask for its contents. */
  private boolean mayBeData(@Nullable TypeRef type) {
    return type == null
        || !hierarchy.isDeclared(type.name())
        || type.name().startsWith("java.lang.");
  }

  private List<Register> needsOf(Instruction.Perform perform, boolean wanted) {
    List<Register> all = perform.arguments();
    return switch (perform.primitive()) {
      case SEND, TRY_SEND -> inChannels ? all : List.of();
      case APPEND -> inElements ? all : List.of();
      case PUT, INSERT -> inElements ? all : List.of(all.get(1));
      case EQUAL, IS_KNOWN, IS_SETTLED -> wanted ? all : List.of();
      case CALL -> {
        List<Register> needed = new ArrayList<>(all.subList(0, 1));
        for (int i = 1; i < all.size(); i++) {
          if (valuesRead(i - 1)) {
            needed.add(all.get(i));
          }
        }
        yield needed;
      }
      default -> all;
    };
  }

  /**
   * Whether it matters to what may be called as a function which number or text that argument is.
   */
  @Override
  boolean valuesRead(int argument) {
    return (functionValues().leadsToStrangers() && wantsResultsOfValues())
        || valuesRead.get(argument)
        || argument >= valuesReadFrom;
  }

  @Override
  boolean noteValuesRead(Function function) {
    int before = valuesRead.cardinality();
    int from = valuesReadFrom;
    functionValues().of(function).forEach(this::noteValuesRead);
    return valuesRead.cardinality() > before || valuesReadFrom < from;
  }

  private void noteValuesRead(FunctionValues.Callable callable) {
    Function function = callable.function();
    int last = function.parameters().size() - 1;
    if (callable.first() < 0 && mayBeData(TypeRef.of(function.owner()))) {
      valuesRead.set(0);
    }
    for (int parameter = Math.max(callable.first(), 0); parameter <= last; parameter++) {
      int argument = parameter - callable.first();
      if (reads(function, parameter)) {
        valuesRead.set(argument);
        if (function.varargs() && parameter == last) {
          valuesReadFrom = Math.min(valuesReadFrom, argument);
        }
      }
    }
  }

  @Override
  boolean wantsResult(Function function) {
    return wantsOwnResult(function);
  }

  @Override
  List<Register> needs(Function function, int block, Terminator terminator) {
    return terminator instanceof Terminator.Throw
        ? List.of()
        : withoutReferences(function, super.needs(function, block, terminator));
  }

  private boolean isNullTest(Function function, Instruction.Compute compute) {
    boolean compares =
        compute.operator() == Operator.SAME
            || compute.operator() == Operator.NOT_SAME
            || compute.operator() == Operator.EQUAL;
    return compares
        && compute.operands().stream().anyMatch(operand -> nulls(function).get(operand.index()));
  }

  /** The registers that hold nothing but null. */
  private BitSet nulls(Function function) {
    return nulls.computeIfAbsent(
        function.id(),
        id -> {
          BitSet always = new BitSet();
          BitSet other = new BitSet();
          function.parameters().forEach(parameter -> other.set(parameter.register().index()));
          for (BasicBlock block : function.blocks()) {
            block.handlers().forEach(handler -> other.set(handler.exception().index()));
            for (Instruction instruction : block.instructions()) {
              Register target = instruction.target();
              if (target != null) {
                boolean isNull =
                    instruction instanceof Instruction.Constant constant
                        && constant.literal() instanceof Literal.Null;
                (isNull ? always : other).set(target.index());
              }
            }
          }
          always.andNot(other);
          return always;
        });
  }
}
