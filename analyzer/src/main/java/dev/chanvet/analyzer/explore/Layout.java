package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which fields the instances of a class have, in which slots: its own and the inherited ones. Two
 * fields of one name in a class and its superclass are two slots.
 */
final class Layout {
  private final String type;
  private final Hierarchy hierarchy;
  private final boolean thread;
  private final Map<String, Integer> slots = new HashMap<>();
  private final Map<FieldRef, Integer> known = new HashMap<>();
  private final List<TypeDeclaration.Field> fields = new ArrayList<>();
  private final List<String> declarers = new ArrayList<>();

  Layout(String type, Hierarchy hierarchy) {
    this.type = type;
    this.hierarchy = hierarchy;
    this.thread = hierarchy.inherits(type, "java.lang.Thread");
    for (String above : hierarchy.ancestors(type)) {
      TypeDeclaration declaration = hierarchy.program().type(above);
      if (declaration != null) {
        for (TypeDeclaration.Field field : declaration.fields().values()) {
          if (!field.isStatic()) {
            slots.put(above + "." + field.name(), fields.size());
            fields.add(field);
            declarers.add(above);
          }
        }
      }
    }
  }

  String type() {
    return type;
  }

  /** Whether its objects are threads. */
  boolean isThread() {
    return thread;
  }

  /** The slot of a field, or -1 if no known class declares it. */
  int slot(FieldRef field) {
    Integer slot = known.get(field);
    if (slot == null) {
      slot = find(field);
      known.put(field, slot);
    }
    return slot;
  }

  private int find(FieldRef field) {
    String start =
        field.owner() == null || !hierarchy.inherits(type, field.owner()) ? type : field.owner();
    for (String above : hierarchy.ancestors(start)) {
      Integer slot = slots.get(above + "." + field.name());
      if (slot != null) {
        return slot;
      }
    }
    return -1;
  }

  /** The class that declares the field in {@code slot}. */
  String declarer(int slot) {
    return declarers.get(slot);
  }

  int size() {
    return fields.size();
  }

  TypeDeclaration.Field field(int slot) {
    return fields.get(slot);
  }

  /** What a fresh instance holds: null, 0 or false by declared type. */
  List<Value> initialValues() {
    return fields.stream().map(field -> initial(field.type())).toList();
  }

  /** The value of an uninitialized field, static field or array element of that type. */
  static Value initial(TypeRef type) {
    if (type.dimensions() > 0) {
      return Value.NULL;
    }
    return switch (type.name()) {
      case "boolean" -> Value.FALSE;
      case "int", "long", "short", "byte", "char", "float", "double" -> Value.of(0);
      default -> Value.NULL;
    };
  }
}
