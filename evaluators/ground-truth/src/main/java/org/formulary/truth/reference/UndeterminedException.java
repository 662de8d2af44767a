package org.formulary.truth.reference;

/** Too few digits are left to go on; a higher working precision may help. */
final class UndeterminedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UndeterminedException(String message) {
    super(message, null, false, false);
  }
}
