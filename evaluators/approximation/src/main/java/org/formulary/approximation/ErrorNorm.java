package org.formulary.approximation;

/** What is made of the errors at all points of the interval. */
public enum ErrorNorm {
  /** The largest magnitude. */
  MAX("max"),
  /** The root mean square. */
  RMS("root mean square of the");

  private final String words;

  ErrorNorm(String words) {
    this.words = words;
  }

  /** Before "relative error". */
  String words() {
    return words;
  }
}
