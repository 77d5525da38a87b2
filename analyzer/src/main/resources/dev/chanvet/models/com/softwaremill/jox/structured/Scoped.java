package com.softwaremill.jox.structured;

/** The body of a scope. Kept: everything. */
public interface Scoped<T> {
  T run(Scope scope) throws Exception;
}
