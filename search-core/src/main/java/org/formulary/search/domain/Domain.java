package org.formulary.search.domain;

/**
 * A kind of search, found by {@link java.util.ServiceLoader}: describes its options and turns a
 * specification into a problem.
 */
public interface Domain {
  /** The name on the command line and in archives, such as {@code approximation}. */
  String name();

  /** One sentence for {@code --help}. */
  String description();

  /** The options: the command line is built from them. */
  SpecSchema schema();

  /**
   * The problem a specification describes. May compute reference tables, which can take a while.
   *
   * @throws InvalidSpecException naming the key, the value and what is allowed
   */
  Problem<?> problem(ProblemSpec spec, Progress progress);
}
