package dev.chanvet.analyzer.ir;

import dev.chanvet.analyzer.source.ByteWriter;
import dev.chanvet.analyzer.source.Site;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A part of a program as bytes: first all texts, which the rest names by number, then its records
 * one after the other. {@link PartReader} reads in the same order. All sites are in one file.
 */
public final class PartWriter {
  private final ByteWriter out = new ByteWriter();
  private final Map<String, Integer> texts = new LinkedHashMap<>();

  private PartWriter() {}

  /** The bytes of a part whose sites all lie in the same file. */
  public static byte[] bytes(ProgramPart part) {
    PartWriter records = new PartWriter();
    records.list(part.types(), records::type);
    records.list(part.functions(), records::function);
    records.list(part.needs(), records::text);
    PartWriter all = new PartWriter();
    all.list(records.texts.keySet(), all.out::text);
    all.out.bytes(records.out.toBytes());
    return all.out.toBytes();
  }

  private void type(TypeDeclaration type) {
    text(type.name());
    number(type.kind().ordinal());
    nullable(type.superclass(), this::text);
    list(type.interfaces(), this::text);
    list(type.fields().values(), this::field);
    list(type.methods(), id -> text(id.value()));
    list(type.enumConstants(), this::text);
    list(type.modifiers(), this::text);
    flag(type.model());
    site(type.site());
  }

  private void field(TypeDeclaration.Field field) {
    text(field.name());
    ref(field.type());
    flag(field.isStatic());
    flag(field.isFinal());
    site(field.site());
  }

  private void function(Function function) {
    text(function.id().value());
    number(function.kind().ordinal());
    text(function.owner());
    text(function.name());
    nullable(function.self(), this::register);
    list(function.parameters(), this::parameter);
    flag(function.varargs());
    list(function.modifiers(), this::text);
    number(function.registerCount());
    list(function.blocks(), this::block);
    site(function.site());
  }

  private void parameter(Function.Parameter parameter) {
    register(parameter.register());
    ref(parameter.type());
    nullable(parameter.site(), this::site);
  }

  private void block(BasicBlock block) {
    number(block.index());
    list(block.instructions(), this::instruction);
    terminator(block.terminator());
    list(block.handlers(), this::handler);
  }

  private void handler(Handler handler) {
    list(handler.types(), this::ref);
    register(handler.exception());
    number(handler.target());
  }

  private void terminator(Terminator terminator) {
    site(terminator.site());
    switch (terminator) {
      case Terminator.Goto jump -> {
        number(0);
        number(jump.target());
      }
      case Terminator.Branch branch -> {
        number(1);
        register(branch.condition());
        number(branch.then());
        number(branch.otherwise());
      }
      case Terminator.Return end -> {
        number(2);
        nullable(end.value(), this::register);
      }
      case Terminator.Throw end -> {
        number(3);
        register(end.exception());
      }
    }
  }

  private void instruction(Instruction instruction) {
    site(instruction.site());
    switch (instruction) {
      case Instruction.Constant i -> {
        number(0);
        register(i.target());
        literal(i.literal());
      }
      case Instruction.Unknown i -> {
        number(1);
        register(i.target());
        ref(i.type());
      }
      case Instruction.Copy i -> {
        number(2);
        register(i.target());
        register(i.source());
      }
      case Instruction.Compute i -> {
        number(3);
        register(i.target());
        number(i.operator().ordinal());
        list(i.operands(), this::register);
      }
      case Instruction.Cast i -> {
        number(4);
        register(i.target());
        register(i.source());
        ref(i.type());
      }
      case Instruction.TypeTest i -> {
        number(5);
        register(i.target());
        register(i.source());
        ref(i.type());
      }
      case Instruction.NewObject i -> {
        number(6);
        register(i.target());
        ref(i.type());
      }
      case Instruction.NewArray i -> {
        number(7);
        register(i.target());
        ref(i.element());
        register(i.length());
      }
      case Instruction.LoadField i -> {
        number(8);
        register(i.target());
        register(i.object());
        field(i.field());
      }
      case Instruction.StoreField i -> {
        number(9);
        register(i.object());
        field(i.field());
        register(i.value());
      }
      case Instruction.LoadStatic i -> {
        number(10);
        register(i.target());
        field(i.field());
      }
      case Instruction.StoreStatic i -> {
        number(11);
        field(i.field());
        register(i.value());
      }
      case Instruction.LoadElement i -> {
        number(12);
        register(i.target());
        register(i.array());
        register(i.index());
      }
      case Instruction.StoreElement i -> {
        number(13);
        register(i.array());
        register(i.index());
        register(i.value());
      }
      case Instruction.ArrayLength i -> {
        number(14);
        register(i.target());
        register(i.array());
      }
      case Instruction.MakeClosure i -> {
        number(15);
        register(i.target());
        text(i.body().value());
        list(i.captures(), this::register);
      }
      case Instruction.MakeMethodReference i -> {
        number(16);
        register(i.target());
        nullable(i.receiver(), this::register);
        nullable(i.owner(), this::ref);
        text(i.name());
      }
      case Instruction.Invoke i -> invoke(i);
      case Instruction.Perform i -> {
        number(18);
        nullable(i.target(), this::register);
        number(i.primitive().ordinal());
        list(i.arguments(), this::register);
      }
      case Instruction.Iterate i -> {
        number(19);
        register(i.target());
        register(i.source());
      }
      case Instruction.EnterMonitor i -> {
        number(20);
        register(i.lock());
      }
      case Instruction.ExitMonitor i -> {
        number(21);
        register(i.lock());
      }
    }
  }

  private void invoke(Instruction.Invoke invoke) {
    number(17);
    nullable(invoke.target(), this::register);
    number(invoke.dispatch().ordinal());
    nullable(invoke.receiver(), this::register);
    nullable(invoke.owner(), this::ref);
    text(invoke.name());
    list(invoke.arguments(), this::register);
    list(invoke.argumentTypes(), this::ref);
    nullable(invoke.resultName(), this::text);
  }

  private void literal(Literal literal) {
    switch (literal) {
      case Literal.Null none -> number(0);
      case Literal.Bool bool -> number(bool.value() ? 2 : 1);
      case Literal.Int integer -> {
        number(3);
        text(Long.toString(integer.value()));
      }
      case Literal.Text text -> {
        number(4);
        text(text.value());
      }
      case Literal.Class type -> {
        number(5);
        ref(type.type());
      }
      case Literal.Real real -> {
        number(6);
        text(Double.toString(real.value()));
      }
    }
  }

  private void field(FieldRef field) {
    nullable(field.owner(), this::text);
    text(field.name());
  }

  private void ref(TypeRef type) {
    text(type.name());
    number(type.dimensions());
  }

  private void register(Register register) {
    number(register.index());
    text(register.name());
  }

  private void site(Site site) {
    number(site.line());
    number(site.column());
    number(site.endLine() - site.line());
    number(site.endColumn());
  }

  private void text(String text) {
    number(texts.computeIfAbsent(text, key -> texts.size()));
  }

  private void flag(boolean flag) {
    out.flag(flag);
  }

  private void number(int number) {
    out.number(number);
  }

  private <T> void list(Collection<T> elements, Consumer<T> element) {
    number(elements.size());
    elements.forEach(element);
  }

  private <T> void nullable(@Nullable T value, Consumer<T> element) {
    flag(value != null);
    if (value != null) {
      element.accept(value);
    }
  }
}
