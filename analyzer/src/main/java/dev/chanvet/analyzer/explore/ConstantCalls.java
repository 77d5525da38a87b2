package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.explore.JdkAnswers.Answer;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls that the JDK itself answers, since all that they are given is constant. */
final class ConstantCalls {
  private final Hierarchy hierarchy;
  private final Scale scale;
  private final Failures failures;

  ConstantCalls(Hierarchy hierarchy, Scale scale, Failures failures) {
    this.hierarchy = hierarchy;
    this.scale = scale;
    this.failures = failures;
  }

  /** Does a call that is one of these; null if it is not. */
  @Nullable Step call(
      State state,
      Goroutine goroutine,
      Frame frame,
      Invoke call,
      @Nullable Value receiver,
      List<Value> arguments) {
    String owner = call.owner() == null ? "" : call.owner().name();
    Answer answer = JdkAnswers.of(owner, call.name(), receiver, arguments, call.argumentTypes());
    if (answer == null
        || !scale.isExact(arguments)
        || (answer.value() != null && !scale.isExact(List.of(answer.value())))) {
      return null;
    }
    if (answer.exception() != null) {
      failures.raise(state, goroutine, answer.exception());
      return Step.CONTINUE;
    }
    List<Value> elements = answer.elements();
    Value value =
        elements == null
            ? Objects.requireNonNull(answer.value())
            : state.allocate(
                new HeapObject.Array(Stacks.origin(goroutine, hierarchy), answer.type(), elements));
    return Primitives.deliver(frame, call, value);
  }
}
