package dev.chanvet.analyzer.syntax;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.chanvet.analyzer.ir.TypeDeclaration.Kind;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A class, interface, record, enum, or anonymous class, with its members read when asked for. */
public final class DeclaredType implements TypeScope {
  private final SourceUnit unit;
  private final String name;
  private final String simpleName;
  private final Node node;
  private final Heading heading;
  private final @Nullable DeclaredType outer;
  private final boolean inner;
  private final TypeScope enclosing;
  private final Map<String, DeclaredType> memberTypes = new LinkedHashMap<>();
  private final Map<String, TypeRef> captures = new LinkedHashMap<>();
  private @Nullable MemberTable members;
  private @Nullable List<String> supertypes;
  private boolean resolvingSupertypes;
  private int anonymousTypes;

  private DeclaredType(
      SourceUnit unit,
      String name,
      String simpleName,
      Node node,
      @Nullable DeclaredType outer,
      boolean inner,
      TypeScope enclosing) {
    this.unit = unit;
    this.name = name;
    this.simpleName = simpleName;
    this.node = node;
    this.heading = Heading.of(node);
    this.outer = outer;
    this.inner = inner;
    this.enclosing = enclosing.with(heading.typeParameters());
    for (BodyDeclaration<?> member : heading.members()) {
      if (member instanceof TypeDeclaration<?> nested) {
        String nestedName = nested.getNameAsString();
        memberTypes.putIfAbsent(
            nestedName,
            new DeclaredType(
                unit, name + "." + nestedName, nestedName, nested, this, isInner(nested), this));
      }
    }
  }

  static DeclaredType topLevel(
      SourceUnit unit, String name, TypeDeclaration<?> node, TypeScope scope) {
    return new DeclaredType(unit, name, node.getNameAsString(), node, null, false, scope);
  }

  /**
   * A local or anonymous class, or the body of an enum constant.
   *
   * @param outer the type whose code declares it
   * @param inStaticCode whether that code has no {@code this}
   * @param scope what type names mean where it stands
   */
  public static DeclaredType local(
      Node node, DeclaredType outer, boolean inStaticCode, TypeScope scope) {
    String simpleName =
        node instanceof TypeDeclaration<?> declaration ? declaration.getNameAsString() : "";
    String name = outer.name + "." + ++outer.anonymousTypes + simpleName;
    boolean inner = !inStaticCode && !Heading.of(node).isStatic();
    return new DeclaredType(outer.unit, name, simpleName, node, outer, inner, scope);
  }

  private boolean isInner(TypeDeclaration<?> nested) {
    return !Heading.of(nested).isStatic() && kind() != Kind.INTERFACE;
  }

  @Override
  public TypeIndex index() {
    return enclosing.index();
  }

  @Override
  public @Nullable TypeRef lookup(String simple) {
    if (simple.equals(simpleName)) {
      return TypeRef.of(name);
    }
    String member = resolvingSupertypes ? ownMemberType(simple) : memberType(simple);
    return member == null ? enclosing.lookup(simple) : TypeRef.of(member);
  }

  private @Nullable String ownMemberType(String simple) {
    DeclaredType own = memberTypes.get(simple);
    return own == null ? null : own.name;
  }

  private @Nullable String memberType(String simple) {
    for (DeclaredType type : hierarchy()) {
      String found = type.ownMemberType(simple);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The nested type that a name with or without dots means inside this type, or null. */
  public @Nullable TypeRef memberTypeDotted(String dotted) {
    int dot = dotted.indexOf('.');
    String found = memberType(dot < 0 ? dotted : dotted.substring(0, dot));
    if (found == null || dot < 0) {
      return found == null ? null : TypeRef.of(found);
    }
    DeclaredType next = index().find(found);
    return next == null ? null : next.memberTypeDotted(dotted.substring(dot + 1));
  }

  /** Qualified name; numbered for local and anonymous classes. */
  public String name() {
    return name;
  }

  /** The name in the declaration; empty for an anonymous class. */
  public String simpleName() {
    return simpleName;
  }

  /** The file that declares it. */
  public SourceUnit unit() {
    return unit;
  }

  /** The declaration: a type, an anonymous creation or an enum constant with a body. */
  public Node node() {
    return node;
  }

  /** What the declaration says besides its members. */
  public Heading heading() {
    return heading;
  }

  /** What it is. */
  public Kind kind() {
    return heading.kind();
  }

  /** The type around it, or null for a top-level type. */
  public @Nullable DeclaredType outer() {
    return outer;
  }

  /** Whether its objects hold an object of {@link #outer()}. */
  public boolean isInner() {
    return inner;
  }

  /** The types declared in its body. */
  public Collection<DeclaredType> memberTypes() {
    return memberTypes.values();
  }

  /** The variables of the surrounding code that a local or anonymous class holds, by name. */
  public Map<String, TypeRef> captures() {
    return Collections.unmodifiableMap(captures);
  }

  /** Adds a variable that its objects hold. */
  public void capture(String variable, TypeRef type) {
    captures.put(variable, type);
  }

  /**
   * The qualified name of the superclass; null for {@code Object}, interfaces, records and enums.
   */
  public @Nullable String superclass() {
    List<String> all = supertypes();
    boolean hasOne = heading.superclass() != null || heading.isConstantBody();
    if (kind() == Kind.INTERFACE || all.isEmpty() || !hasOne) {
      return null;
    }
    return heading.isAnonymous() && index().isInterface(all.get(0)) ? null : all.get(0);
  }

  /** The qualified names of its interfaces. */
  public List<String> interfaces() {
    List<String> all = supertypes();
    return superclass() == null ? all : all.subList(1, all.size());
  }

  private List<String> supertypes() {
    if (supertypes == null) {
      if (resolvingSupertypes) {
        return List.of();
      }
      resolvingSupertypes = true;
      supertypes = heading.supertypes(this, outer);
      resolvingSupertypes = false;
    }
    return supertypes;
  }

  /** This type and its declared supertypes, nearest first. */
  public Set<DeclaredType> hierarchy() {
    Set<DeclaredType> all = new LinkedHashSet<>();
    List<DeclaredType> open = new ArrayList<>(List.of(this));
    for (int i = 0; i < open.size(); i++) {
      if (all.add(open.get(i))) {
        for (String supertype : open.get(i).supertypes()) {
          DeclaredType declared = index().find(supertype);
          if (declared != null) {
            open.add(declared);
          }
        }
      }
    }
    return all;
  }

  /** Whether some supertype is declared neither in user code nor in a model. */
  public boolean hasUnknownSupertype() {
    for (DeclaredType type : hierarchy()) {
      for (String supertype : type.supertypes()) {
        if (index().find(supertype) == null) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether it is {@code ancestor} or inherits from it. */
  public boolean isSubtypeOf(DeclaredType ancestor) {
    return this == ancestor || hierarchy().contains(ancestor);
  }

  /** The fields declared here, in order. */
  public Collection<Member.Field> fields() {
    return table().fields().values();
  }

  /** The field of that name declared here or inherited, or null. */
  public Member.@Nullable Field field(String fieldName) {
    for (DeclaredType type : hierarchy()) {
      Member.Field found = type.table().fields().get(fieldName);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The methods of that name declared here or inherited, nearest first. */
  public List<Member.Method> methods(String methodName) {
    List<Member.Method> found = new ArrayList<>();
    for (DeclaredType type : hierarchy()) {
      found.addAll(type.table().methods().getOrDefault(methodName, List.of()));
    }
    return found;
  }

  /** The constructors written in the declaration, and a record's canonical one. */
  public List<Member.Method> constructors() {
    return table().methods().getOrDefault("<init>", List.of());
  }

  private MemberTable table() {
    if (members == null) {
      members = MemberTable.of(this);
    }
    return members;
  }

  @Override
  public String toString() {
    return name;
  }
}
