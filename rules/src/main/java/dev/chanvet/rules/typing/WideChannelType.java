package dev.chanvet.rules.typing;

import dev.chanvet.analyzer.facts.CallGraph;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.finding.Message;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.rule.Draft;
import dev.chanvet.analyzer.rule.Pass;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.rules.typing.Directions.Use;
import java.util.List;
import java.util.Set;

/** A parameter or field of type Channel that is used in one direction only. */
public final class WideChannelType implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "wide-channel-type",
              Severity.NOTE,
              "a parameter or field of type Channel is used in one direction only",
              """
              A `Channel` can be sent to, received from and closed. Where only one of these is meant, a
              `SendChannel` or a `ReceiveChannel` says so, and the compiler sees to it: a receiver that has no
              `close` cannot close too early.

              ```java wrong
              Integer total(Channel<Integer> values) {
                int total = 0;
                for (int value : values) {
                  total += value;
                }
                return total;
              }
              ```

              ```java right
              Integer total(ReceiveChannel<Integer> values) {
                int total = 0;
                for (int value : values) {
                  total += value;
                }
                return total;
              }
              ```

              Not reported: methods that override or are overridden, since their type is not theirs alone;
              local variables; fields of a program that could not be read completely; what is handed to
              code that is not known.
              """,
              List.of("channel", "clarity", "api"))
          .offByDefault();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Pass pass) {
    Hierarchy hierarchy = new Hierarchy(pass.program());
    CallGraph calls = new CallGraph(hierarchy);
    List<Function> own =
        pass.program().functions().stream().filter(f -> !hierarchy.isModel(f.owner())).toList();
    Directions directions = new Directions();
    own.forEach(function -> ChannelUses.add(hierarchy, calls, directions, function));
    directions.settle();
    if (own.stream().noneMatch(Function::isPartial)) {
      pass.program().types().stream()
          .filter(type -> !type.model())
          .forEach(type -> fields(pass, type, directions));
    }
    for (Function function : own) {
      if (function.kind() != Function.Kind.LAMBDA
          && !isBound(hierarchy, function)
          && !isOfRecord(hierarchy, function)) {
        parameters(pass, function, directions);
      }
    }
  }

  private static void fields(Pass pass, TypeDeclaration type, Directions directions) {
    for (TypeDeclaration.Field field : type.fields().values()) {
      Set<Use> uses = directions.of(new Holder.Field(type.name(), field.name()));
      if (isWide(field.type(), uses)) {
        pass.report(Draft.inCode(INFO, field.site(), message(field.name(), uses)));
      }
    }
  }

  private static void parameters(Pass pass, Function function, Directions directions) {
    for (int i = 0; i < function.parameters().size(); i++) {
      Function.Parameter parameter = function.parameters().get(i);
      Set<Use> uses = directions.of(new Holder.Parameter(function.id(), i));
      Site site = parameter.site();
      if (site != null && isWide(parameter.type(), uses)) {
        pass.report(Draft.inCode(INFO, site, message(parameter.register().name(), uses)));
      }
    }
  }

  private static boolean isWide(TypeRef type, Set<Use> uses) {
    return type.toString().equals(ChannelUses.CHANNEL)
        && uses.size() == 1
        && !uses.contains(Use.WHOLE);
  }

  /** Whether the types of a method's parameters are also those of another one. */
  private static boolean isBound(Hierarchy hierarchy, Function method) {
    if (method.kind() != Function.Kind.METHOD
        || method.isStatic()
        || method.modifiers().contains("private")) {
      return false;
    }
    return !hierarchy.isFullyKnown(method.owner())
        || hierarchy.program().functions().stream()
            .anyMatch(other ->
                !other.owner().equals(method.owner())
                    && other.name().equals(method.name())
                    && other.parameters().size() == method.parameters().size()
                    && (hierarchy.inherits(other.owner(), method.owner())
                        || hierarchy.inherits(method.owner(), other.owner())));
  }

  /** A record's constructors say what its components say, which are reported themselves. */
  private static boolean isOfRecord(Hierarchy hierarchy, Function function) {
    TypeDeclaration owner = hierarchy.program().type(function.owner());
    return owner != null
        && owner.kind() == TypeDeclaration.Kind.RECORD
        && function.kind() == Function.Kind.CONSTRUCTOR;
  }

  private static Message message(String name, Set<Use> uses) {
    boolean sends = uses.contains(Use.SEND);
    return new Message(
        "'" + name + "' is a Channel, and is only " + (sends ? "sent to" : "received from"),
        "the wider type allows what is not meant, such as "
            + (sends ? "receiving what others are waiting for" : "closing it under the sender"),
        "declare it as " + (sends ? "SendChannel" : "ReceiveChannel"));
  }
}
