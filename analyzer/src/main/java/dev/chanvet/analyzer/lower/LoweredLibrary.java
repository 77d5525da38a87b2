package dev.chanvet.analyzer.lower;

import dev.chanvet.analyzer.ir.PartReader;
import dev.chanvet.analyzer.ir.PartWriter;
import dev.chanvet.analyzer.ir.ProgramPart;
import dev.chanvet.analyzer.syntax.Diagnostics;
import dev.chanvet.analyzer.syntax.Library;
import dev.chanvet.analyzer.syntax.SourceUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A library with its models lowered, each when a program first needs it; programs share them, also
 * when several threads lower.
 *
 * <p>What a model comes to depends on nothing but the models and the JDK: it names no user code. So
 * it is lowered in a program of its own, and the parts that it comes to may be remembered from one
 * run to the next. The models of the user are no such parts, since they may name the user's code;
 * nor is anything in a package to which the user's code belongs as well.
 */
public final class LoweredLibrary {
  private final Library library;
  private final Supplier<Map<String, byte[]>> memory;
  private @Nullable Map<String, byte[]> remembered;
  private final Map<String, Optional<ProgramPart>> parts = new ConcurrentHashMap<>();
  private final Map<String, ProgramPart> learned = new ConcurrentHashMap<>();

  /** A library of which nothing is known yet. */
  public LoweredLibrary(Library library) {
    this(library, Map::of);
  }

  /**
   * A library of which some models have been lowered before, against the same JDK and release.
   *
   * @param memory gives parts by the names of their models, as {@link #learned} does; asked once,
   *     when the first is needed; a broken one counts as none
   */
  public LoweredLibrary(Library library, Supplier<Map<String, byte[]>> memory) {
    this.library = library;
    this.memory = memory;
  }

  Library library() {
    return library;
  }

  /** All parts to remember, if some of them have not been remembered yet. */
  public Optional<Map<String, byte[]>> learned() {
    if (learned.isEmpty()) {
      return Optional.empty();
    }
    Map<String, byte[]> all = new TreeMap<>(remembered());
    learned.forEach((model, part) -> all.put(model, PartWriter.bytes(part)));
    return Optional.of(all);
  }

  private synchronized Map<String, byte[]> remembered() {
    if (remembered == null) {
      remembered = memory.get();
    }
    return remembered;
  }

  /** Whether programs share what that unit comes to. */
  boolean shares(SourceUnit unit) {
    return unit.isModel() && library.isOwn();
  }

  /** What the model of a class comes to, that of a top-level type; null if it has no model. */
  @Nullable ProgramPart part(String topLevelType) {
    return parts.computeIfAbsent(topLevelType, this::find).orElse(null);
  }

  private Optional<ProgramPart> find(String topLevelType) {
    byte[] bytes = remembered().get(topLevelType);
    Optional<ProgramPart> known =
        bytes == null ? Optional.empty() : PartReader.read(bytes, library.modelFile(topLevelType));
    return known.isPresent() ? known : lower(topLevelType);
  }

  private Optional<ProgramPart> lower(String topLevelType) {
    boolean[] told = new boolean[1];
    ProgramPart part =
        new ProgramBuilder(library, new Diagnostics(notification -> told[0] = true))
            .lowerOnly(topLevelType);
    if (part != null && !told[0]) {
      learned.put(topLevelType, part);
    }
    return Optional.ofNullable(part);
  }
}
