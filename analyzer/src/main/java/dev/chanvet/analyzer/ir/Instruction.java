package dev.chanvet.analyzer.ir;

import dev.chanvet.analyzer.source.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of a basic block that does not choose the next one. */
public sealed interface Instruction {
  /** The piece of source that this instruction comes from. */
  Site site();

  /** The register that receives the result, if there is one. */
  @Nullable Register target();

  /** {@code target = literal}. */
  record Constant(Site site, Register target, Literal literal) implements Instruction {}

  /** {@code target = some value that the analysis does not know}, new each time it runs. */
  record Unknown(Site site, Register target, TypeRef type) implements Instruction {}

  /** {@code target = source}. */
  record Copy(Site site, Register target, Register source) implements Instruction {}

  /** {@code target = operator(operands)}. */
  record Compute(Site site, Register target, Operator operator, List<Register> operands)
      implements Instruction {
    public Compute {
      operands = List.copyOf(operands);
    }
  }

  /**
   * {@code target = (type) source}: a cast that is assumed to succeed and tells the type of an
   * unknown value.
   */
  record Cast(Site site, Register target, Register source, TypeRef type) implements Instruction {}

  /** {@code target = source instanceof type}; false for null. */
  record TypeTest(Site site, Register target, Register source, TypeRef type)
      implements Instruction {}

  /**
   * {@code target = new type} without running a constructor: that is a {@link Invoke} of its own,
   * named {@code <init>}.
   */
  record NewObject(Site site, Register target, TypeRef type) implements Instruction {}

  /** {@code target = new element[length]}, filled with null, 0 or false. */
  record NewArray(Site site, Register target, TypeRef element, Register length)
      implements Instruction {}

  /** {@code target = object.field}. */
  record LoadField(Site site, Register target, Register object, FieldRef field)
      implements Instruction {}

  /** {@code object.field = value}. */
  record StoreField(Site site, Register object, FieldRef field, Register value)
      implements Instruction {
    @Override
    public @Nullable Register target() {
      return null;
    }
  }

  /** {@code target = Owner.field}. */
  record LoadStatic(Site site, Register target, FieldRef field) implements Instruction {}

  /** {@code Owner.field = value}. */
  record StoreStatic(Site site, FieldRef field, Register value) implements Instruction {
    @Override
    public @Nullable Register target() {
      return null;
    }
  }

  /** {@code target = array[index]}. */
  record LoadElement(Site site, Register target, Register array, Register index)
      implements Instruction {}

  /** {@code array[index] = value}. */
  record StoreElement(Site site, Register array, Register index, Register value)
      implements Instruction {
    @Override
    public @Nullable Register target() {
      return null;
    }
  }

  /** {@code target = array.length}. */
  record ArrayLength(Site site, Register target, Register array) implements Instruction {}

  /**
   * {@code target = } a lambda: the values of {@code captures} become the first parameters of
   * {@code body} (an enclosing {@code this} is captured like a variable).
   */
  record MakeClosure(Site site, Register target, FunctionId body, List<Register> captures)
      implements Instruction {
    public MakeClosure {
      captures = List.copyOf(captures);
    }
  }

  /**
   * {@code target = } a method reference: {@code receiver::name}, {@code Owner::name} (static, or
   * with the receiver as its first argument: the arguments decide when it is called), {@code
   * Owner::new} (name {@code <init>}).
   */
  record MakeMethodReference(
      Site site, Register target, @Nullable Register receiver, @Nullable TypeRef owner, String name)
      implements Instruction {}

  /**
   * {@code target = receiver.name(arguments)}, {@code Owner.name(arguments)}, {@code
   * super.name(arguments)} or a constructor call.
   *
   * @param owner STATIC: the class named; SPECIAL: the class where the search starts; VIRTUAL: the
   *     receiver's declared type where the source tells it, else null
   * @param argumentTypes the declared types of the arguments where the source tells them, else
   *     {@link TypeRef#UNKNOWN}: they choose among overloads
   * @param resultName the variable or field that the result is stored to at once, for messages
   */
  record Invoke(
      Site site,
      @Nullable Register target,
      Dispatch dispatch,
      @Nullable Register receiver,
      @Nullable TypeRef owner,
      String name,
      List<Register> arguments,
      List<TypeRef> argumentTypes,
      @Nullable String resultName)
      implements Instruction {
    public Invoke {
      arguments = List.copyOf(arguments);
      argumentTypes = List.copyOf(argumentTypes);
    }

    /** Whether it does nothing but throw at null. */
    public boolean refusesNull() {
      return name.equals("getClass") && target == null;
    }
  }

  /** How {@link Invoke} finds its function. */
  enum Dispatch {
    /** By the class of the receiver's value. */
    VIRTUAL,
    /** In {@code owner} or what it inherits, without a receiver. */
    STATIC,
    /**
     * In {@code owner} exactly, then upwards: {@code super.m()}, {@code this(...)}, constructors.
     */
    SPECIAL
  }

  /** A primitive of the abstract machine; only models contain them. */
  record Perform(
      Site site, @Nullable Register target, Primitive primitive, List<Register> arguments)
      implements Instruction {
    public Perform {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * {@code target = } an iterator over an array, an {@code Iterable} or a channel: what an enhanced
   * {@code for} asks for first. The loop then invokes {@code hasNext} and {@code next} on it.
   */
  record Iterate(Site site, Register target, Register source) implements Instruction {}

  /** Enters the monitor of {@code lock}: {@code synchronized}. */
  record EnterMonitor(Site site, Register lock) implements Instruction {
    @Override
    public @Nullable Register target() {
      return null;
    }
  }

  /** Leaves the monitor of {@code lock}. */
  record ExitMonitor(Site site, Register lock) implements Instruction {
    @Override
    public @Nullable Register target() {
      return null;
    }
  }
}
