package dev.chanvet.analyzer.facts;

import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.ChannelApi;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Instruction.Dispatch;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import dev.chanvet.analyzer.ir.Primitive;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The user functions that are worth running by themselves: those that use an API which is made for
 * channels, and of all others those that make something to meet at (a queue, a future, a latch) or
 * start somebody. What came from outside is never judged, so a method that does neither shows
 * nothing; most methods of a large program that queues and executors are used in are such.
 *
 * <p>A function counts as well if it leads to such a one through a few calls: then it is run in the
 * way in which it is really called. Through many calls it is not, since too much else happens on
 * the way.
 */
public final class Beginnings {
  /** How many calls away a beginning may be. */
  private static final int FAR = 3;

  /** Calls that may go to more functions than that do not count. */
  private static final int VAGUE = 3;

  private static final Set<Primitive> STARTS = Set.of(Primitive.SPAWN, Primitive.SPAWN_TIMER);

  private final Hierarchy hierarchy;
  private final CallGraph callGraph;
  private final Summaries summaries;
  private final Set<FunctionId> channelUsers = new HashSet<>();
  private final Set<FunctionId> begins = new HashSet<>();

  /** Finds the beginnings of a whole program. */
  public Beginnings(Hierarchy hierarchy, CallGraph callGraph, Summaries summaries) {
    this.hierarchy = hierarchy;
    this.callGraph = callGraph;
    this.summaries = summaries;
    addChannelUsers();
    addBeginnings();
  }

  /** Whether the function is worth running by itself. */
  public boolean contains(FunctionId function) {
    return begins.contains(function) || channelUsers.contains(function);
  }

  /** Whether it may come to use an API that is made for channels. */
  public boolean usesChannels(FunctionId function) {
    return channelUsers.contains(function);
  }

  /** Adds all who may come to use an API that is about channels only, however far. */
  private void addChannelUsers() {
    Set<FunctionId> level = new HashSet<>();
    for (Function function : hierarchy.program().functions()) {
      if (isChannelModel(function.owner())) {
        level.add(function.id());
      }
    }
    while (!level.isEmpty()) {
      Set<FunctionId> next = new HashSet<>();
      for (FunctionId callee : level) {
        for (FunctionId caller : callGraph.callers(callee)) {
          if (channelUsers.add(caller)) {
            next.add(caller);
          }
        }
      }
      level = next;
    }
  }

  private boolean isChannelModel(String type) {
    return hierarchy.isModel(type)
        && !type.startsWith("java.")
        && !type.startsWith("dev.chanvet.model.");
  }

  private void addBeginnings() {
    List<Function> users =
        hierarchy.program().functions().stream()
            .filter(function -> !hierarchy.isModel(function.owner()))
            .toList();
    for (Function function : users) {
      if (instructions(function).stream().anyMatch(this::begins)) {
        begins.add(function.id());
      }
    }
    for (int distance = 0; distance < FAR; distance++) {
      Set<FunctionId> leading = new HashSet<>();
      for (Function function : users) {
        if (!begins.contains(function.id())
            && instructions(function).stream().anyMatch(call -> leadsTo(call, begins))) {
          leading.add(function.id());
        }
      }
      begins.addAll(leading);
    }
  }

  private static List<Instruction> instructions(Function function) {
    return function.blocks().stream().map(BasicBlock::instructions).flatMap(List::stream).toList();
  }

  private boolean begins(Instruction instruction) {
    if (!(instruction instanceof Invoke call) || call.owner() == null) {
      return false;
    }
    String owner = call.owner().name();
    boolean makes =
        (call.dispatch() == Dispatch.STATIC || call.name().equals("<init>"))
            && isMeetingPoint(owner);
    return makes || (isStarter(owner) && starts(call));
  }

  private static boolean isMeetingPoint(String type) {
    return ChannelApi.KNOWN.stream().anyMatch(api -> api.has(type));
  }

  private boolean isStarter(String type) {
    return hierarchy.inherits(type, "java.lang.Thread")
        || type.startsWith("java.lang.Thread.")
        || hierarchy.inherits(type, "java.util.concurrent.Executor");
  }

  private boolean starts(Invoke call) {
    return callGraph.targets(call).stream()
        .anyMatch(callee -> summaries.of(callee.id()).stream().anyMatch(STARTS::contains));
  }

  private boolean leadsTo(Instruction instruction, Set<FunctionId> begins) {
    List<Function> targets =
        callGraph.targets(instruction).stream()
            .filter(callee -> !hierarchy.isModel(callee.owner()))
            .toList();
    return targets.size() <= VAGUE
        && targets.stream().anyMatch(callee -> begins.contains(callee.id()));
  }
}
