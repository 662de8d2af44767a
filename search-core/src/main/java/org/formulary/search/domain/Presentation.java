package org.formulary.search.domain;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** What a front end needs to show a candidate it knows nothing about. */
public interface Presentation<P> {
  /** The export formats, such as {@code c}, {@code latex}. */
  List<String> formats();

  /**
   * The candidate in one of the formats, complete with constants and a self-test where it is code.
   */
  String export(P candidate, String format);

  /** The formula as LaTeX. */
  String latex(P candidate);

  /** The formula for readers, in one line, where the notation is not one. */
  default Optional<String> readable(P candidate) {
    return Optional.empty();
  }

  /**
   * Typed facts of the candidate for facets and the entry page; names in lowerCamelCase. They may
   * take a second to find.
   */
  SortedMap<String, String> attributes(P candidate);

  /** Named data series with axes, units and scales. */
  List<Figure> figures(P candidate);

  /** What is known for this problem, to show beside a front. */
  List<Baseline> baselines();
}
