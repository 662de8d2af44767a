package org.formulary.truth.proof;

/** A formula uses a function or a name that has no series here. */
final class UnsupportedFormulaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String name;

  UnsupportedFormulaException(String name) {
    super("no series for " + name);
    this.name = name;
  }

  String name() {
    return name;
  }
}
