package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Demand;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.facts.InertCode.Detour;
import dev.chanvet.analyzer.facts.PureFunctions;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Instruction.ArrayLength;
import dev.chanvet.analyzer.ir.Instruction.Cast;
import dev.chanvet.analyzer.ir.Instruction.Compute;
import dev.chanvet.analyzer.ir.Instruction.Constant;
import dev.chanvet.analyzer.ir.Instruction.Copy;
import dev.chanvet.analyzer.ir.Instruction.EnterMonitor;
import dev.chanvet.analyzer.ir.Instruction.ExitMonitor;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import dev.chanvet.analyzer.ir.Instruction.Iterate;
import dev.chanvet.analyzer.ir.Instruction.LoadElement;
import dev.chanvet.analyzer.ir.Instruction.LoadField;
import dev.chanvet.analyzer.ir.Instruction.LoadStatic;
import dev.chanvet.analyzer.ir.Instruction.MakeClosure;
import dev.chanvet.analyzer.ir.Instruction.MakeMethodReference;
import dev.chanvet.analyzer.ir.Instruction.NewArray;
import dev.chanvet.analyzer.ir.Instruction.NewObject;
import dev.chanvet.analyzer.ir.Instruction.Perform;
import dev.chanvet.analyzer.ir.Instruction.StoreElement;
import dev.chanvet.analyzer.ir.Instruction.StoreField;
import dev.chanvet.analyzer.ir.Instruction.StoreStatic;
import dev.chanvet.analyzer.ir.Instruction.TypeTest;
import dev.chanvet.analyzer.ir.Operator;
import dev.chanvet.analyzer.ir.Terminator;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs goroutines by themselves: all that nobody else can notice, up to the next {@link Pending}
 * operation of each. Where an unknown value decides, the state forks.
 */
final class Interpreter {
  private final Limits limits;
  private final Demand demand;
  private final Unwinding unwinding;
  private final Memory memory;
  private final Computation computation;
  private final TypeTests typeTests;
  private final Activations activations;
  private final Calls calls;
  private final Sequences sequences;
  private final Primitives primitives;
  private final Operations operations;
  private final Confluence confluence;
  private final Deque<State> work = new ArrayDeque<>();
  private boolean bounded;
  private int forks;
  private int worked;
  private int copiedSinceTransition;

  Interpreter(
      Limits limits,
      Hierarchy hierarchy,
      PureFunctions pureFunctions,
      LiveRegisters live,
      Layouts layouts,
      Unwinding unwinding,
      Memory memory,
      Scale scale,
      Operations operations) {
    this.limits = limits;
    this.demand = live.demand();
    this.unwinding = unwinding;
    this.memory = memory;
    this.operations = operations;
    this.confluence = new Confluence(live);
    Forks forks = new Forks(work);
    this.computation = new Computation(hierarchy, unwinding, forks, scale);
    this.typeTests = new TypeTests(hierarchy, forks);
    Overloads overloads = new Overloads(hierarchy);
    this.activations = new Activations(hierarchy, pureFunctions, live, layouts, overloads);
    this.calls =
        new Calls(
            hierarchy,
            live.demand(),
            layouts,
            unwinding,
            overloads,
            activations,
            computation,
            scale,
            forks);
    this.sequences = new Sequences(hierarchy, unwinding, computation, forks);
    ClassLocks classLocks = new ClassLocks(hierarchy, layouts);
    this.primitives =
        new Primitives(
            hierarchy, unwinding, calls.ofValues(), computation, forks, sequences, classLocks);
  }

  Confluence confluence() {
    return confluence;
  }

  /** Whether a path was given up since the last call, because it was too long or too deep. */
  boolean wasBounded() {
    boolean was = bounded;
    bounded = false;
    return was;
  }

  /**
   * Runs every running goroutine until all stand before an operation or have ended; all outcomes.
   */
  List<State> settle(State start) {
    List<State> settled = new ArrayList<>();
    start.steps = 0;
    start.wide = false;
    start.worked = false;
    work.push(start);
    confluence.begin();
    copiedSinceTransition = 0;
    int limit = forks + limits.localForks();
    while (!work.isEmpty()) {
      State state = work.pop();
      if (forks > limit || copiedSinceTransition > limits.localCopies() || isWornOut()) {
        bounded = true;
        work.clear();
        break;
      }
      if (run(state)) {
        settled.add(state);
      }
    }
    return settled;
  }

  /** Runs one state as far as it goes alone; false if it forked or was given up. */
  private boolean run(State state) {
    while (true) {
      Goroutine goroutine = running(state);
      if (goroutine == null) {
        return true;
      }
      if (state.goroutines.size() > limits.goroutines()) {
        bounded = true;
        return false;
      }
      while (goroutine.isRunning()) {
        worked++;
        if (++state.steps > limits.localSteps() || goroutine.stack.size() > limits.stackDepth()) {
          bounded = true;
          return false;
        }
        boolean cleared = goroutine.cleared;
        int before = work.size();
        int depth = goroutine.stack.size();
        if (step(state, goroutine) == Step.FORKED) {
          if (!leavePureCall(state, goroutine)) {
            forks += work.size() - before;
            confluence.split(work.size() - before);
            int copied = (work.size() - before) * state.size();
            worked += copied;
            copiedSinceTransition += copied;
            return false;
          }
          while (work.size() > before) {
            work.pop();
          }
          continue;
        }
        if (cleared) {
          goroutine.cleared = false;
        }
        state.armViews.addAll(ArmUses.views(state, goroutine));
        if (goroutine.pending != null && operations.isLocal(state, goroutine)) {
          operations.completeLocally(state, goroutine);
        }
        if (confluence.hasMet(state, goroutine, depth)) {
          return false;
        }
      }
    }
  }

  /**
   * Where a computation would have to guess, its result is taken as unknown, whichever way it goes.
   *
   * @return whether the goroutine was in such a computation, and has left it
   */
  private boolean leavePureCall(State state, Goroutine goroutine) {
    for (int depth = 1; depth < goroutine.stack.size(); depth++) {
      if (goroutine.stack.get(depth).pure) {
        while (goroutine.stack.size() > depth + 1) {
          goroutine.stack.removeLast();
        }
        activations.leave(state, goroutine, goroutine.top(), state.unknown(TypeRef.UNKNOWN));
        return true;
      }
    }
    return false;
  }

  /** How many states have replaced others so far, because something unknown had to be decided. */
  int forks() {
    return forks;
  }

  /** Counts the making of a state by copying another. */
  void copied(State state) {
    worked += state.size();
  }

  /** Instructions run and objects copied so far. */
  int worked() {
    return worked;
  }

  /** Whether all that may be done has been done. */
  boolean isWornOut() {
    return worked > limits.work();
  }

  private static @Nullable Goroutine running(State state) {
    for (Goroutine goroutine : state.goroutines) {
      if (goroutine.isRunning()) {
        return goroutine;
      }
    }
    return null;
  }

  private Step step(State state, Goroutine goroutine) {
    Frame frame = goroutine.top();
    Instruction instruction = frame.instruction();
    return instruction == null
        ? terminate(state, goroutine, frame, frame.code().terminator())
        : execute(state, goroutine, frame, instruction);
  }

  private Step execute(State state, Goroutine goroutine, Frame frame, Instruction instruction) {
    return switch (instruction) {
      case Constant c -> set(frame, c, memory.literal(c.literal()));
      case Instruction.Unknown u -> set(frame, u, state.unknown(u.type()));
      case Copy c -> set(frame, c, frame.get(c.source()));
      case Cast c -> set(frame, c, computation.narrow(frame.get(c.source()), c.type()));
      case Compute c -> {
        if (c.operator() == Operator.COMBINE) {
          calls.describe(state, goroutine, c.operands().stream().map(frame::get).toList());
        }
        yield computation.compute(state, goroutine, frame, c);
      }
      case TypeTest t -> typeTests.test(state, frame, t);
      case NewObject n -> activations.allocate(state, goroutine, frame, n);
      case NewArray n -> sequences.newArray(state, goroutine, frame, n);
      case LoadField l -> memory.load(state, goroutine, frame, l);
      case StoreField s -> memory.store(state, goroutine, frame, s);
      case LoadStatic l ->
          activations.initialize(state, goroutine, l.field().owner())
              ? Step.CONTINUE
              : memory.loadStatic(state, goroutine, frame, l);
      case StoreStatic s ->
          activations.initialize(state, goroutine, s.field().owner())
              ? Step.CONTINUE
              : memory.storeStatic(state, goroutine, frame, s);
      case LoadElement l ->
          sequences.element(state, goroutine, frame, l, l.array(), l.index(), null);
      case StoreElement s ->
          sequences.element(state, goroutine, frame, s, s.array(), s.index(), s.value());
      case ArrayLength a -> sequences.length(state, frame, a, frame.get(a.array()));
      case MakeClosure m -> memory.closure(state, goroutine, frame, m);
      case MakeMethodReference m -> memory.methodReference(state, goroutine, frame, m);
      case Invoke i -> calls.invoke(state, goroutine, frame, i);
      case Perform p -> primitives.perform(state, goroutine, frame, p);
      case Iterate i -> calls.iterate(state, goroutine, frame, i);
      case EnterMonitor m -> primitives.monitor(state, goroutine, frame, m, m.lock());
      case ExitMonitor m -> primitives.unlock(state, goroutine, frame, m, frame.get(m.lock()));
    };
  }

  private static Step set(Frame frame, Instruction instruction, Value value) {
    frame.set(instruction.target(), value);
    frame.position++;
    return Step.CONTINUE;
  }

  private Step terminate(State state, Goroutine goroutine, Frame frame, Terminator terminator) {
    return switch (terminator) {
      case Terminator.Goto g -> {
        frame.jump(g.target());
        yield Step.CONTINUE;
      }
      case Terminator.Branch b -> {
        Detour detour = demand.detour(frame.function, frame.block);
        if (detour != null) {
          state.worked |= detour.calls();
          frame.jump(detour.join());
          yield Step.CONTINUE;
        }
        yield branch(state, goroutine, frame, b);
      }
      case Terminator.Return r -> {
        activations.leave(
            state, goroutine, frame, r.value() == null ? Value.NULL : frame.get(r.value()));
        yield Step.CONTINUE;
      }
      case Terminator.Throw t -> {
        unwinding.rethrow(state, goroutine, frame, t.exception());
        yield Step.CONTINUE;
      }
    };
  }

  private Step branch(State state, Goroutine goroutine, Frame frame, Terminator.Branch branch) {
    Value condition = frame.get(branch.condition());
    if (condition instanceof Value.Bool known) {
      frame.jump(known.value() ? branch.then() : branch.otherwise());
      return Step.CONTINUE;
    }
    if (branch.then() == branch.otherwise()) {
      frame.jump(branch.then());
      return Step.CONTINUE;
    }
    return computation.unknowns().decide(state, goroutine, branch.site(), condition);
  }
}
