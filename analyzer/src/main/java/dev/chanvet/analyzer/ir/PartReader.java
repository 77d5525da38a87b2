package dev.chanvet.analyzer.ir;

import dev.chanvet.analyzer.source.ByteReader;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what {@link PartWriter} wrote, in the same order. */
public final class PartReader {
  private static final TypeDeclaration.Kind[] TYPE_KINDS = TypeDeclaration.Kind.values();
  private static final Function.Kind[] FUNCTION_KINDS = Function.Kind.values();
  private static final Operator[] OPERATORS = Operator.values();
  private static final Primitive[] PRIMITIVES = Primitive.values();
  private static final Instruction.Dispatch[] DISPATCHES = Instruction.Dispatch.values();

  private final ByteReader in;
  private final SourceFile file;
  private final List<String> texts;

  private PartReader(byte[] bytes, SourceFile file) {
    this.in = new ByteReader(bytes);
    this.file = file;
    this.texts = list(in::text);
  }

  /**
   * The part that these bytes are, if they are one.
   *
   * @param file where all of its sites lie
   */
  public static Optional<ProgramPart> read(byte[] bytes, SourceFile file) {
    try {
      PartReader part = new PartReader(bytes, file);
      ProgramPart read =
          new ProgramPart(
              part.list(part::type),
              part.list(part::function),
              new HashSet<>(part.list(part::text)));
      return part.in.atEnd() ? Optional.of(read) : Optional.empty();
    } catch (RuntimeException e) { // an index out of its bounds, above all
      return Optional.empty();
    }
  }

  private TypeDeclaration type() {
    return new TypeDeclaration(
        text(),
        TYPE_KINDS[number()],
        flag() ? text() : null,
        list(this::text),
        fields(),
        list(() -> new FunctionId(text())),
        list(this::text),
        new HashSet<>(list(this::text)),
        flag(),
        site());
  }

  private Map<String, TypeDeclaration.Field> fields() {
    Map<String, TypeDeclaration.Field> fields = new LinkedHashMap<>();
    for (int rest = number(); rest > 0; rest--) {
      String name = text();
      fields.put(name, new TypeDeclaration.Field(name, ref(), flag(), flag(), site()));
    }
    return fields;
  }

  private Function function() {
    return new Function(
        new FunctionId(text()),
        FUNCTION_KINDS[number()],
        text(),
        text(),
        registerOrNull(),
        list(this::parameter),
        flag(),
        new HashSet<>(list(this::text)),
        number(),
        list(this::block),
        site());
  }

  private Function.Parameter parameter() {
    return new Function.Parameter(register(), ref(), flag() ? site() : null);
  }

  private BasicBlock block() {
    return new BasicBlock(number(), list(this::instruction), terminator(), list(this::handler));
  }

  private Handler handler() {
    return new Handler(list(this::ref), register(), number());
  }

  private Terminator terminator() {
    Site site = site();
    return switch (number()) {
      case 0 -> new Terminator.Goto(site, number());
      case 1 -> new Terminator.Branch(site, register(), number(), number());
      case 2 -> new Terminator.Return(site, registerOrNull());
      case 3 -> new Terminator.Throw(site, register());
      default -> throw new IllegalStateException("no terminator");
    };
  }

  private Instruction instruction() {
    Site site = site();
    return switch (number()) {
      case 0 -> new Instruction.Constant(site, register(), literal());
      case 1 -> new Instruction.Unknown(site, register(), ref());
      case 2 -> new Instruction.Copy(site, register(), register());
      case 3 -> new Instruction.Compute(site, register(), OPERATORS[number()], registers());
      case 4 -> new Instruction.Cast(site, register(), register(), ref());
      case 5 -> new Instruction.TypeTest(site, register(), register(), ref());
      case 6 -> new Instruction.NewObject(site, register(), ref());
      case 7 -> new Instruction.NewArray(site, register(), ref(), register());
      case 8 -> new Instruction.LoadField(site, register(), register(), field());
      case 9 -> new Instruction.StoreField(site, register(), field(), register());
      case 10 -> new Instruction.LoadStatic(site, register(), field());
      case 11 -> new Instruction.StoreStatic(site, field(), register());
      case 12 -> new Instruction.LoadElement(site, register(), register(), register());
      case 13 -> new Instruction.StoreElement(site, register(), register(), register());
      case 14 -> new Instruction.ArrayLength(site, register(), register());
      case 15 -> new Instruction.MakeClosure(site, register(), new FunctionId(text()), registers());
      case 16 ->
          new Instruction.MakeMethodReference(
              site, register(), registerOrNull(), refOrNull(), text());
      case 17 -> invoke(site);
      case 18 -> new Instruction.Perform(site, registerOrNull(), PRIMITIVES[number()], registers());
      case 19 -> new Instruction.Iterate(site, register(), register());
      case 20 -> new Instruction.EnterMonitor(site, register());
      case 21 -> new Instruction.ExitMonitor(site, register());
      default -> throw new IllegalStateException("no instruction");
    };
  }

  private Instruction invoke(Site site) {
    return new Instruction.Invoke(
        site,
        registerOrNull(),
        DISPATCHES[number()],
        registerOrNull(),
        refOrNull(),
        text(),
        registers(),
        list(this::ref),
        flag() ? text() : null);
  }

  private Literal literal() {
    return switch (number()) {
      case 0 -> new Literal.Null();
      case 1 -> new Literal.Bool(false);
      case 2 -> new Literal.Bool(true);
      case 3 -> new Literal.Int(Long.parseLong(text()));
      case 4 -> new Literal.Text(text());
      case 5 -> new Literal.Class(ref());
      case 6 -> new Literal.Real(Double.parseDouble(text()));
      default -> throw new IllegalStateException("no literal");
    };
  }

  private FieldRef field() {
    return new FieldRef(flag() ? text() : null, text());
  }

  private TypeRef ref() {
    return new TypeRef(text(), number());
  }

  private @Nullable TypeRef refOrNull() {
    return flag() ? ref() : null;
  }

  private Register register() {
    return new Register(number(), text());
  }

  private @Nullable Register registerOrNull() {
    return flag() ? register() : null;
  }

  private List<Register> registers() {
    return list(this::register);
  }

  private Site site() {
    int line = number();
    return new Site(file, line, number(), line + number(), number());
  }

  private String text() {
    return texts.get(number());
  }

  private boolean flag() {
    return in.flag();
  }

  private int number() {
    return in.number();
  }

  private <T> List<T> list(Supplier<T> element) {
    int size = number();
    List<T> elements = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      elements.add(element.get());
    }
    return elements;
  }
}
