package com.softwaremill.jox.structured;

/** A fork or the body of a scope has failed. Kept: its cause. */
public class JoxScopeExecutionException extends RuntimeException {
  public JoxScopeExecutionException(Throwable cause) {
    super(cause);
  }
}
