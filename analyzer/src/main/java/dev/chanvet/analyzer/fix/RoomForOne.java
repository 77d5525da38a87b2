package dev.chanvet.analyzer.fix;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.SimpleName;
import dev.chanvet.analyzer.finding.Fix;
import dev.chanvet.analyzer.source.Site;
import java.util.List;
import java.util.Optional;

/**
 * {@code Channel.make()} becomes {@code Channel.make(1)}, where one value at most is sent: then the
 * sender needs no receiver to end.
 */
final class RoomForOne {
  private RoomForOne() {}

  static Optional<Fix> of(Code code, Site site) {
    return code.call(site)
        .filter(RoomForOne::makesUnbuffered)
        .flatMap(call ->
            Variable.initializedWith(call)
                .filter(RoomForOne::isSentToOnce)
                .map(variable ->
                    new Fix(
                        "give '" + variable.name() + "' room for the one value that is sent",
                        List.of(code.insert(code.end(call) - 1, "1")))));
  }

  static boolean makesUnbuffered(MethodCallExpr call) {
    return call.getArguments().isEmpty()
        && call.getNameAsString().equals("make")
        && call.getScope()
            .flatMap(scope -> scope.findFirst(SimpleName.class))
            .filter(name -> name.getIdentifier().equals("Channel"))
            .isPresent();
  }

  private static boolean isSentToOnce(Variable variable) {
    List<Expression> sends = variable.sends().orElse(List.of());
    return sends.size() == 1 && variable.runsOnce(sends.getFirst());
  }
}
