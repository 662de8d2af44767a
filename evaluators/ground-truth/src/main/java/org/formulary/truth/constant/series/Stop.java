package org.formulary.truth.constant.series;

/** Why an evaluation ends without a value; {@link SeriesEvaluation} turns it into an outcome. */
final class Stop extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What to do about it. */
  enum Kind {
    /** More bits may help. */
    TOO_FEW_BITS,
    /** There is no real value, or it is out of range. */
    NO_VALUE,
    /** There is no series for it. */
    NOT_COVERED
  }

  private final Kind kind;

  private Stop(Kind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  static Stop tooFewBits() {
    return new Stop(Kind.TOO_FEW_BITS, "");
  }

  static Stop noValue(String reason) {
    return new Stop(Kind.NO_VALUE, reason);
  }

  static Stop notCovered(String what) {
    return new Stop(Kind.NOT_COVERED, what);
  }
}
