package dev.chanvet.analyzer.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.type.Type;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Literal;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.syntax.DeclaredType;
import dev.chanvet.analyzer.syntax.LocalTypes;
import dev.chanvet.analyzer.syntax.Sites;
import dev.chanvet.analyzer.syntax.TypeScope;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One function while it is lowered: its code, its variables, and the pieces that lower its parts.
 */
final class FunctionLowering {
  /** The name under which a lambda captures the enclosing {@code this}. */
  static final String THIS = "this";

  final ProgramBuilder program;
  final DeclaredType type;
  final String id;
  final Code code = new Code();
  final Locals locals = new Locals();
  final Jumps jumps = new Jumps(this);
  final Names names = new Names(this);
  final Expressions expressions = new Expressions(this);
  final Statements statements = new Statements(this);
  final Conditions conditions = new Conditions(this);
  final Patterns patterns = new Patterns(this);
  final Calls calls = new Calls(this);
  final Creations creations = new Creations(this);
  final Assignments assignments = new Assignments(this);
  final Lambdas lambdas = new Lambdas(this);

  private final @Nullable FunctionLowering enclosing;
  private final Map<String, Locals.Local> captured = new LinkedHashMap<>();
  private final BitSet variables = new BitSet();
  private final @Nullable Register self;
  private TypeScope types;
  private int registers;
  private int lambdaCount;
  private boolean partial;

  private FunctionLowering(
      ProgramBuilder program,
      DeclaredType type,
      String id,
      @Nullable FunctionLowering enclosing,
      boolean hasSelf,
      TypeScope types) {
    this.program = program;
    this.type = type;
    this.id = id;
    this.enclosing = enclosing;
    this.types = types;
    this.self = hasSelf ? constantNamed(THIS) : null;
  }

  /** A method, constructor or initializer of {@code type}. */
  static FunctionLowering member(
      ProgramBuilder program, DeclaredType type, String id, boolean isStatic, TypeScope types) {
    return new FunctionLowering(program, type, id, null, !isStatic, types);
  }

  /** A lambda inside this function. */
  FunctionLowering lambda() {
    String lambdaId = id + "$lambda" + lambdaCount++;
    return new FunctionLowering(program, type, lambdaId, this, false, types);
  }

  Site site(Node node) {
    return Sites.of(type.unit().file(), node);
  }

  // Registers.

  Register temporary() {
    int index = registers++;
    return new Register(index, "t" + index);
  }

  Register variable(String name) {
    int index = registers++;
    variables.set(index);
    return new Register(index, name);
  }

  /** A register for what the source names and never assigns again. */
  private Register constantNamed(String name) {
    return new Register(registers++, name);
  }

  /** Whether later code of the source can assign {@code register} again. */
  boolean isVariable(Register register) {
    return variables.get(register.index());
  }

  int registerCount() {
    return registers;
  }

  // Instructions.

  void emit(Instruction instruction) {
    code.emit(instruction);
  }

  Register target(Goal goal) {
    return goal.into() == null ? temporary() : goal.into();
  }

  /** Brings a value that is already in a register to where it is wanted. */
  Value deliver(Site site, Value value, Goal goal) {
    if (goal.into() == null || goal.into().equals(value.register())) {
      return value;
    }
    emit(new Instruction.Copy(site, goal.into(), value.register()));
    return new Value(goal.into(), value.type());
  }

  Value constant(Site site, Literal literal, TypeRef literalType, Goal goal) {
    Register target = target(goal);
    emit(new Instruction.Constant(site, target, literal));
    return new Value(target, literalType);
  }

  Register constant(Site site, Literal literal) {
    return constant(site, literal, TypeRef.UNKNOWN, Goal.VALUE).register();
  }

  Value unknown(Site site, TypeRef unknownType, Goal goal) {
    Register target = target(goal);
    emit(new Instruction.Unknown(site, target, unknownType));
    return new Value(target, unknownType);
  }

  /** A copy of {@code register} that later assignments do not change. */
  Register snapshot(Site site, Register register) {
    if (!isVariable(register)) {
      return register;
    }
    Register copy = temporary();
    emit(new Instruction.Copy(site, copy, register));
    return copy;
  }

  // What cannot be lowered.

  /** Reports a piece of source that has no meaning here and marks the function as partial. */
  void unsupported(Node node, String what) {
    partial = true;
    program.report(type.unit(), node, what);
  }

  /** Marks the function as partial where a syntax error has been reported already. */
  void incomplete() {
    partial = true;
  }

  boolean isPartial() {
    return partial;
  }

  // Types.

  TypeScope types() {
    return types;
  }

  TypeRef type(Type written) {
    return types.resolve(written);
  }

  /**
   * Brings a local class into scope; {@link #closeTypes} with the former scope takes it out again.
   */
  void declareType(DeclaredType local) {
    types = new LocalTypes(local.simpleName(), local.name(), types);
  }

  void closeTypes(TypeScope former) {
    types = former;
  }

  @Nullable DeclaredType declared(TypeRef ref) {
    return ref.isUnknown() || ref.dimensions() > 0 ? null : types.index().find(ref.name());
  }

  // The way to variables and to `this`.

  /** What captures hold, in the order in which a lambda takes them. */
  List<Locals.Local> captured() {
    return List.copyOf(captured.values());
  }

  /** The meaning of a simple name, or null if it names no variable. */
  @Nullable Variable find(String name) {
    Variable local = findLocal(name);
    if (local != null) {
      return local;
    }
    return enclosing != null ? enclosing.find(name) : names.member(name);
  }

  private Variable.@Nullable InRegister findLocal(String name) {
    Locals.Local local = locals.find(name);
    if (local == null) {
      local = captured.get(name);
    }
    if (local == null && enclosing != null) {
      Variable.InRegister outside = enclosing.findLocal(name);
      local = outside == null ? null : capture(name, outside.type());
    }
    return local == null ? null : new Variable.InRegister(local.register(), local.type());
  }

  private Locals.Local capture(String name, TypeRef captureType) {
    Locals.Local copy = new Locals.Local(name, constantNamed(name), captureType);
    captured.put(name, copy);
    return copy;
  }

  /** Whether the code has a {@code this}, its own or an enclosing function's. */
  boolean hasSelf() {
    return enclosing == null ? self != null : enclosing.hasSelf();
  }

  /** The register of this function's own {@code this}: null in static functions and lambdas. */
  @Nullable Register ownSelf() {
    return self;
  }

  /** The register of {@code this}; null in static code. A lambda captures it. */
  @Nullable Register self() {
    if (enclosing == null) {
      return self;
    }
    Locals.Local copy = captured.get(THIS);
    if (copy == null && enclosing.hasSelf()) {
      copy = capture(THIS, TypeRef.of(type.name()));
    }
    return copy == null ? null : copy.register();
  }

  /** The object of the enclosing class {@code holder} around this code; null if there is none. */
  @Nullable Register enclosingObject(Site site, DeclaredType holder) {
    return enclosingObject(site, type -> type == holder);
  }

  /** The object of the innermost class around this code that {@code wanted} accepts, or null. */
  @Nullable Register enclosingObject(Site site, Predicate<DeclaredType> wanted) {
    Register object = self();
    DeclaredType at = type;
    while (object != null && !wanted.test(at)) {
      DeclaredType outer = at.outer();
      if (!at.isInner() || outer == null) {
        return null;
      }
      Register next = temporary();
      emit(new Instruction.LoadField(site, next, object, new FieldRef(at.name(), "this$0")));
      object = next;
      at = outer;
    }
    return object;
  }
}
