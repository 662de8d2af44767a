package org.formulary.approximation;

import org.formulary.truth.ReferenceTable;
import org.formulary.truth.reference.RealFunction;

/** What is approximated. */
public sealed interface Subject {
  /** A word for it: the name of a target or of a file, or the formula. */
  String name();

  /** Text that tells it from all others, on one line. */
  String text();

  /**
   * A function that can be evaluated anywhere.
   *
   * @param key the option that names it: {@code target} or {@code function}
   */
  record Function(String key, String name, RealFunction function) implements Subject {
    @Override
    public String text() {
      return "function=" + function.text();
    }
  }

  /**
   * Values at some points and nothing between them.
   *
   * @param name of the file without folder and ending
   * @param table by ascending points; its text names its content by a hash
   */
  record Data(String name, ReferenceTable table) implements Subject {
    @Override
    public String text() {
      return table.function();
    }
  }
}
