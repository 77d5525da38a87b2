package dev.chanvet.analyzer.facts;

import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A set of fields, each by the class that declares it. Where the source does not tell the class, a
 * reference stands for all fields of its name (over).
 */
final class FieldSet {
  private final Hierarchy hierarchy;
  private final Set<String> exact = new HashSet<>();
  private final Set<String> namesOfExact = new HashSet<>();
  private final Set<String> namesOfAll = new HashSet<>();

  FieldSet(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /** Adds what {@code field} may refer to; whether it was not wholly there before. */
  boolean add(FieldRef field) {
    String owner = declarer(field);
    return owner == null ? namesOfAll.add(field.name()) : add(owner, field.name());
  }

  /** Adds the field that {@code owner} itself declares; whether it is new. */
  boolean add(String owner, String name) {
    namesOfExact.add(name);
    return exact.add(owner + "." + name);
  }

  /** Whether something that {@code field} may refer to is in the set. */
  boolean contains(FieldRef field) {
    String owner = declarer(field);
    return owner == null
        ? namesOfAll.contains(field.name()) || namesOfExact.contains(field.name())
        : contains(owner, field.name());
  }

  /** Whether the field that {@code owner} itself declares is in the set. */
  boolean contains(String owner, String name) {
    return namesOfAll.contains(name) || exact.contains(owner + "." + name);
  }

  private @Nullable String declarer(FieldRef field) {
    TypeDeclaration type =
        field.owner() == null ? null : hierarchy.fieldOwner(field.owner(), field.name());
    return type == null ? null : type.name();
  }
}
