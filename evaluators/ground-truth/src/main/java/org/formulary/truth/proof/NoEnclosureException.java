package org.formulary.truth.proof;

/**
 * No finite enclosure over the box at hand: mostly the box is too wide, and halving it helps.
 * Thrown deep inside an evaluation and caught by the prover, box by box, so it carries no stack
 * trace.
 */
final class NoEnclosureException extends ArithmeticException {
  private static final long serialVersionUID = 1L;

  private final boolean definite;

  private NoEnclosureException(String message, boolean definite) {
    super(message);
    this.definite = definite;
  }

  /** Nothing is known yet; a smaller box may do. */
  static NoEnclosureException unclear(String message) {
    return new NoEnclosureException(message, false);
  }

  /** Proved: somewhere in the box the value is not a finite real number. */
  static NoEnclosureException definite(String message) {
    return new NoEnclosureException(message, true);
  }

  boolean isDefinite() {
    return definite;
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
