package com.softwaremill.jox.structured;

/** Where scopes begin. Kept: everything. */
public final class Scopes {
  private Scopes() {}

  public static <T> T supervised(Scoped<T> body) throws InterruptedException {
    return new Scope().run(body);
  }
}
