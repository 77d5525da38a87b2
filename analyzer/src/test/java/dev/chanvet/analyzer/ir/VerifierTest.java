package dev.chanvet.analyzer.ir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One broken program for each thing that the verifier promises, and a sound one. */
class VerifierTest {
  private static final Site SITE = Site.at(SourceFile.of("A.java", "class A {}"), 1, 1);
  private static final FunctionId ID = new FunctionId("A.m()");
  private static final Register X = new Register(0, "x");
  private static final Register Y = new Register(1, "y");

  private record OneFunction(TypeDeclaration only, Function function) implements Program {
    @Override
    public Collection<TypeDeclaration> types() {
      return List.of(only);
    }

    @Override
    public @Nullable TypeDeclaration type(String name) {
      return name.equals(only.name()) ? only : null;
    }

    @Override
    public Collection<Function> functions() {
      return List.of(function);
    }

    @Override
    public @Nullable Function function(FunctionId id) {
      return id.equals(function.id()) ? function : null;
    }
  }

  private static List<String> verify(Set<String> modifiers, BasicBlock... blocks) {
    Function function =
        new Function(
            ID,
            Function.Kind.METHOD,
            "A",
            "m",
            null,
            List.of(),
            false,
            modifiers,
            2,
            Arrays.asList(blocks),
            SITE);
    TypeDeclaration type =
        new TypeDeclaration(
            "A",
            TypeDeclaration.Kind.CLASS,
            null,
            List.of(),
            Map.of(),
            List.of(ID),
            List.of(),
            Set.of(),
            false,
            SITE);
    return Verifier.verify(new OneFunction(type, function));
  }

  private static BasicBlock block(int index, Terminator end, Instruction... instructions) {
    return new BasicBlock(index, Arrays.asList(instructions), end, List.of());
  }

  private static Terminator end() {
    return new Terminator.Return(SITE, null);
  }

  private static Instruction set(Register register) {
    return new Instruction.Constant(SITE, register, new Literal.Bool(true));
  }

  private static void assertViolation(String what, BasicBlock... blocks) {
    assertThat(verify(Set.of("static"), blocks)).singleElement().asString().contains(what);
  }

  @Test
  void aSoundFunctionHasNoViolation() {
    assertThat(
            verify(
                Set.of("static"),
                block(0, new Terminator.Branch(SITE, X, 1, 2), set(X)),
                block(1, new Terminator.Goto(SITE, 2)),
                block(2, new Terminator.Return(SITE, X))))
        .isEmpty();
  }

  @Test
  void registersAreAssignedOnEveryPath() {
    assertViolation(
        "y may be read before it is assigned",
        block(0, new Terminator.Branch(SITE, X, 1, 2), set(X)),
        block(1, new Terminator.Goto(SITE, 2), set(Y)),
        block(2, new Terminator.Return(SITE, Y)));
  }

  @Test
  void aHandlerCannotRelyOnItsBlock() {
    BasicBlock guarded =
        new BasicBlock(0, List.of(set(X)), end(), List.of(new Handler(List.of(), Y, 1)));
    assertViolation("x may be read", guarded, block(1, new Terminator.Return(SITE, X)));
    assertThat(verify(Set.of("static"), guarded, block(1, new Terminator.Return(SITE, Y))))
        .isEmpty();
  }

  @Test
  void jumpsLeadToBlocks() {
    assertViolation("leads to b7", block(0, new Terminator.Goto(SITE, 7)));
  }

  @Test
  void blocksAreReachable() {
    assertViolation("nothing leads here", block(0, end()), block(1, end()));
  }

  @Test
  void blocksAreNumberedByPosition() {
    assertViolation("numbered 3", block(3, end()));
  }

  @Test
  void registersAreInTheFrame() {
    assertViolation("outside of the frame", block(0, end(), set(new Register(2, "z"))));
  }

  @Test
  void operatorsHaveTheirOperands() {
    Instruction sum = new Instruction.Compute(SITE, Y, Operator.ADD, List.of(X));
    assertViolation("needs 2 operands", block(0, end(), set(X), sum));
  }

  @Test
  void primitivesAreForModelsAndForWhatIsPartial() {
    Instruction escape = new Instruction.Perform(SITE, null, Primitive.ESCAPE, List.of(X));
    assertViolation("outside of a model", block(0, end(), set(X), escape));
    assertThat(verify(Set.of("static", "partial"), block(0, end(), set(X), escape))).isEmpty();
  }

  @Test
  void primitivesHaveTheirArguments() {
    Instruction send = new Instruction.Perform(SITE, null, Primitive.SEND, List.of(X));
    assertViolation("needs 2 arguments", block(0, end(), set(X), send));
  }

  @Test
  void closuresHaveBodies() {
    Instruction closure = new Instruction.MakeClosure(SITE, X, ID, List.of());
    assertViolation("its body is no lambda", block(0, end(), closure));
  }

  private static Instruction invoke(
      Instruction.Dispatch dispatch, @Nullable Register receiver, List<TypeRef> types) {
    return new Instruction.Invoke(
        SITE, null, dispatch, receiver, TypeRef.of("A"), "m", List.of(), types, null);
  }

  @Test
  void invocationsHaveReceiversAndTypes() {
    assertViolation(
        "has no receiver", block(0, end(), invoke(Instruction.Dispatch.VIRTUAL, null, List.of())));
    assertViolation(
        "is static and has a receiver",
        block(0, end(), set(X), invoke(Instruction.Dispatch.STATIC, X, List.of())));
    assertViolation(
        "a type for each argument",
        block(0, end(), invoke(Instruction.Dispatch.STATIC, null, List.of(TypeRef.UNKNOWN))));
  }

  @Test
  void ownersAndFunctionsNameEachOther() {
    Function stray =
        new Function(
            new FunctionId("B.m()"),
            Function.Kind.METHOD,
            "B",
            "m",
            null,
            List.of(),
            false,
            Set.of(),
            0,
            List.of(),
            SITE);
    TypeDeclaration type =
        new TypeDeclaration(
            "A",
            TypeDeclaration.Kind.CLASS,
            null,
            List.of(),
            Map.of(),
            List.of(ID),
            List.of(),
            Set.of(),
            false,
            SITE);
    assertThat(Verifier.verify(new OneFunction(type, stray)))
        .containsExactly(
            "A: names A.m(), which does not exist", "B.m(): its owner does not name it");
  }
}
