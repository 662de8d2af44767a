package org.formulary.search.survey;

import java.util.List;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.search.domain.SpecSchema;

/**
 * A kind of survey, found by {@link java.util.ServiceLoader}: describes its options and turns a
 * specification into a survey.
 */
public interface Exploration {
  /** The name on the command line, such as {@code fractions}. */
  String name();

  /** One sentence for {@code --help}. */
  String description();

  /** Options that make good examples in help. */
  List<String> examples();

  /** The options: the command line is built from them. */
  SpecSchema schema();

  /**
   * The survey a specification describes.
   *
   * @throws org.formulary.search.domain.InvalidSpecException naming the key, the value and what is
   *     allowed
   */
  Survey survey(ProblemSpec spec);
}
