package org.formulary.app.text;

import java.util.SortedMap;
import org.formulary.search.domain.Problem;

/** What a problem tells of candidates given by their notation. */
public final class Readable {
  private Readable() {}

  /** The formula for readers; the notation itself where the domain has none. */
  public static String formula(Problem<?> problem, String notation) {
    return formulaOf(problem, notation);
  }

  private static <P> String formulaOf(Problem<P> problem, String notation) {
    return problem.presentation().readable(problem.notation().parse(notation)).orElse(notation);
  }

  /** The attributes of the candidate. */
  public static SortedMap<String, String> attributes(Problem<?> problem, String notation) {
    return attributesOf(problem, notation);
  }

  private static <P> SortedMap<String, String> attributesOf(Problem<P> problem, String notation) {
    return problem.presentation().attributes(problem.notation().parse(notation));
  }

  /** The formula as LaTeX. */
  public static String latex(Problem<?> problem, String notation) {
    return latexOf(problem, notation);
  }

  private static <P> String latexOf(Problem<P> problem, String notation) {
    return problem.presentation().latex(problem.notation().parse(notation));
  }

  /** The candidate in an export format. */
  public static String export(Problem<?> problem, String notation, String format) {
    return exportOf(problem, notation, format);
  }

  private static <P> String exportOf(Problem<P> problem, String notation, String format) {
    return problem.presentation().export(problem.notation().parse(notation), format);
  }
}
