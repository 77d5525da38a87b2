package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.source.Site;

/** The locks of classes, which static synchronized methods take: one object for each class. */
final class ClassLocks {
  private final Hierarchy hierarchy;
  private final Layouts layouts;

  ClassLocks(Hierarchy hierarchy, Layouts layouts) {
    this.hierarchy = hierarchy;
    this.layouts = layouts;
  }

  /** What is locked where {@code object} is; {@code site} asks for it. */
  Value of(State state, Value object, Site site) {
    if (!(object instanceof Value.ClassObject lock)) {
      return object;
    }
    TypeRef type = lock.type();
    String name = type.name() + ".class";
    Value known = state.statics.get(name);
    if (known == null) {
      TypeDeclaration declared = hierarchy.program().type(type.name());
      Layout layout = layouts.of("java.lang.Object");
      Origin origin =
          new Origin(declared == null ? site : declared.site(), type.simpleName() + ".class");
      known = state.allocate(new HeapObject.Instance(origin, layout, layout.initialValues()));
      state.statics.put(name, known);
      state.share(known);
    }
    return known;
  }
}
