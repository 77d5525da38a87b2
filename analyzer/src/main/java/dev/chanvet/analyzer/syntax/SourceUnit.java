package dev.chanvet.analyzer.syntax;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.stmt.UnparsableStmt;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A parsed file: its tree, and what its imports say. */
public final class SourceUnit {
  private final SourceFile file;
  private final CompilationUnit tree;
  private final boolean model;
  private final int syntaxErrors;
  private final boolean partial;
  private final String packageName;
  private final Map<String, String> types = new HashMap<>();
  private final List<String> typesOnDemand = new ArrayList<>();
  private final List<String> modules = new ArrayList<>();
  private final Map<String, List<String>> statics = new HashMap<>();
  private final List<String> staticsOnDemand = new ArrayList<>();

  SourceUnit(SourceFile file, CompilationUnit tree, boolean model, int syntaxErrors) {
    this.file = file;
    this.tree = tree;
    this.model = model;
    this.syntaxErrors = syntaxErrors;
    this.partial = syntaxErrors > 0 && tree.findAll(UnparsableStmt.class).size() < syntaxErrors;
    this.packageName = tree.getPackageDeclaration().map(p -> p.getNameAsString()).orElse("");
    for (ImportDeclaration declaration : tree.getImports()) {
      add(declaration, declaration.getNameAsString());
    }
    for (TypeDeclaration<?> type : tree.getTypes()) {
      if (type instanceof ClassOrInterfaceDeclaration declaration && declaration.isCompact()) {
        declaration.setName(nameOfFile(file.path()));
        modules.add("java.base");
      }
    }
  }

  /** A class without a heading is called after its file. */
  private static String nameOfFile(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private void add(ImportDeclaration declaration, String name) {
    String simple = name.substring(name.lastIndexOf('.') + 1);
    if (declaration.isModule()) {
      modules.add(name);
    } else if (declaration.isStatic() && declaration.isAsterisk()) {
      staticsOnDemand.add(name);
    } else if (declaration.isStatic()) {
      statics
          .computeIfAbsent(simple, key -> new ArrayList<>())
          .add(name.substring(0, Math.max(0, name.length() - simple.length() - 1)));
    } else if (declaration.isAsterisk()) {
      typesOnDemand.add(name);
    } else {
      types.put(simple, name);
    }
  }

  /** The file it comes from. */
  public SourceFile file() {
    return file;
  }

  /** The tree, without tokens. */
  public CompilationUnit tree() {
    return tree;
  }

  /** Whether it models library classes rather than being user code. */
  public boolean isModel() {
    return model;
  }

  /** Whether a syntax error has been reported for it. */
  public boolean hasSyntaxError() {
    return syntaxErrors > 0;
  }

  /**
   * Whether something of it is lost that is not one statement: then nothing rests on what its
   * functions lack.
   */
  public boolean isPartial() {
    return partial;
  }

  /** The name of the package; empty for the unnamed one. */
  public String packageName() {
    return packageName;
  }

  /** The qualified name of its first type, which a model is called by. */
  public String name() {
    return inPackage(tree.getType(0).getNameAsString());
  }

  /** The qualified name of a top-level type of this package. */
  String inPackage(String simpleName) {
    return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
  }

  /** The type that a single-type import gives that simple name, or null. */
  @Nullable String importedType(String simpleName) {
    return types.get(simpleName);
  }

  /** Packages and types whose types are imported on demand, in order. */
  List<String> typesOnDemand() {
    return typesOnDemand;
  }

  /** Modules whose packages are imported. */
  List<String> modules() {
    return modules;
  }

  /** The types from which a static member of that name is imported by name. */
  public List<String> staticImports(String member) {
    return statics.getOrDefault(member, List.of());
  }

  /** The types whose static members are imported on demand, in order. */
  public List<String> staticsOnDemand() {
    return staticsOnDemand;
  }
}
