package org.formulary.truth.reference;

/**
 * A function has no real value at a point, or none that could be determined. The message is one
 * line that names the function and the argument.
 */
public final class UndefinedValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UndefinedValueException(String message) {
    super(message);
  }

  /** The same finding, with the place where it was met. */
  UndefinedValueException at(String place) {
    UndefinedValueException placed = new UndefinedValueException(getMessage() + place);
    placed.initCause(this);
    return placed;
  }
}
