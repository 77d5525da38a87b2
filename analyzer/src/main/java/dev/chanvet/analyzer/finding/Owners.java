package dev.chanvet.analyzer.finding;

import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.PackageDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The declarations whose goroutines may live as long as the process: those that carry an annotation
 * such as {@code @Daemon}, and classes by their names. That such a goroutine never ends is no leak.
 */
public final class Owners {
  /** The tag of the rules that report what never ends. */
  private static final String LEAK = "leak";

  private final List<String> names;
  private final List<Declaration> declarations = new ArrayList<>();

  private record Declaration(SourceFile file, Range range) {
    boolean contains(Site site) {
      return file.equals(site.file())
          && range.begin.line <= site.line()
          && site.endLine() <= range.end.line;
    }
  }

  /**
   * Owners of which none has been seen yet.
   *
   * @param names annotations, beginning with {@code @}, and classes; simple or qualified
   */
  public Owners(List<String> names) {
    this.names = List.copyOf(names);
  }

  /** Looks for owners in a parsed file. */
  public void see(SourceFile file, CompilationUnit tree) {
    if (names.isEmpty()) {
      return;
    }
    for (BodyDeclaration<?> declaration : tree.findAll(BodyDeclaration.class)) {
      boolean owns =
          declaration.getAnnotations().stream().anyMatch(annotation -> isNamed(annotation, tree))
              || (declaration instanceof TypeDeclaration<?> type && isNamed(type));
      if (owns) {
        declaration.getRange().ifPresent(range -> declarations.add(new Declaration(file, range)));
      }
    }
  }

  private boolean isNamed(AnnotationExpr annotation, CompilationUnit tree) {
    String written = annotation.getNameAsString();
    String simple = annotation.getName().getIdentifier();
    for (String name : names) {
      if (name.startsWith("@")) {
        String wanted = name.substring(1);
        boolean same =
            wanted.equals(written)
                || wanted.equals(simple)
                || (simple.equals(written) && wanted.endsWith("." + simple) && sees(tree, wanted));
        if (same) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the simple name of a qualified one means it in a file. */
  private static boolean sees(CompilationUnit tree, String qualified) {
    String itsPackage = qualified.substring(0, qualified.lastIndexOf('.'));
    for (ImportDeclaration imported : tree.getImports()) {
      if (imported.getNameAsString().equals(imported.isAsterisk() ? itsPackage : qualified)) {
        return true;
      }
    }
    return tree.getPackageDeclaration()
        .map(PackageDeclaration::getNameAsString)
        .filter(itsPackage::equals)
        .isPresent();
  }

  private boolean isNamed(TypeDeclaration<?> type) {
    return names.contains(type.getNameAsString())
        || type.getFullyQualifiedName().filter(names::contains).isPresent();
  }

  /** Whether a finding says no more than that goroutines of owners never end. */
  public boolean allow(Finding finding) {
    Witness witness = finding.witness();
    if (declarations.isEmpty() || witness == null || !finding.rule().tags().contains(LEAK)) {
      return false;
    }
    List<GoroutineEnd> blocked =
        witness.ends().stream().filter(end -> end.state() == GoroutineEnd.State.BLOCKED).toList();
    return !blocked.isEmpty()
        && blocked.stream().allMatch(end -> isOwned(end.goroutine(), end.site(), witness));
  }

  /** Whether a goroutine runs an owner's code, or was started by it. */
  private boolean isOwned(int goroutine, @Nullable Site end, Witness witness) {
    if (end != null && owns(end)) {
      return true;
    }
    String started = "starts goroutine " + goroutine;
    return witness.steps().stream()
        .filter(step -> step.goroutine() == goroutine || step.message().equals(started))
        .anyMatch(step -> owns(step.site()));
  }

  private boolean owns(Site site) {
    return declarations.stream().anyMatch(declaration -> declaration.contains(site));
  }
}
