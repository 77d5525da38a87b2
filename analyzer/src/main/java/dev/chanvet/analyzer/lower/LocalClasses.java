package dev.chanvet.analyzer.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.syntax.DeclaredType;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Local and anonymous classes. What they capture is found by name: every name in the body that
 * means a variable of the code around it. That may be one too many, where the body declares the
 * same name, and never one too few.
 */
final class LocalClasses {
  private final FunctionLowering f;

  LocalClasses(FunctionLowering f) {
    this.f = f;
  }

  /** The class of {@code new T() {...}}; the same one where a {@code finally} repeats the code. */
  DeclaredType anonymous(ObjectCreationExpr e) {
    return declare(e);
  }

  /** Brings a local class, record or interface into scope. */
  void local(TypeDeclaration<?> declaration) {
    f.declareType(declare(declaration));
  }

  /** The class of an enum constant with a body. */
  DeclaredType constantBody(EnumConstantDeclaration constant) {
    return declare(constant);
  }

  private DeclaredType declare(Node node) {
    DeclaredType known = f.program.localClass(node);
    if (known != null) {
      return known;
    }
    DeclaredType type = DeclaredType.local(node, f.type, !f.hasSelf(), f.types());
    f.program.addLocalClass(node, type);
    if (!type.heading().isStatic()) {
      capture(node, type);
    }
    return type;
  }

  private void capture(Node body, DeclaredType type) {
    Set<String> names = new LinkedHashSet<>();
    collect(body, names);
    for (String name : names) {
      Variable variable = f.find(name);
      if (variable instanceof Variable.InRegister || variable instanceof Variable.InCapture) {
        type.capture(name, variable.type());
      }
    }
  }

  private void collect(Node node, Set<String> names) {
    if (node instanceof NameExpr name) {
      names.add(name.getNameAsString());
    } else if (node instanceof ClassOrInterfaceType named && named.getScope().isEmpty()) {
      TypeRef ref = f.types().lookup(named.getNameAsString());
      DeclaredType other = ref == null ? null : f.program.localClassNamed(ref.name());
      if (other != null) {
        names.addAll(other.captures().keySet());
      }
    }
    for (Node child : node.getChildNodes()) {
      collect(child, names);
    }
  }
}
