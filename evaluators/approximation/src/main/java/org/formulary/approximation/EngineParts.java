package org.formulary.approximation;

/**
 * Parts of the search that can be left out, to measure what each is worth.
 *
 * @param growth moves that start at their parent's error
 * @param extendedPrecision residuals and constants beyond binary64
 */
public record EngineParts(boolean growth, boolean extendedPrecision) {
  /** The search as it is. */
  public static final EngineParts ALL = new EngineParts(true, true);
}
