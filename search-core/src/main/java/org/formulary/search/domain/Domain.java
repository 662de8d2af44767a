package org.formulary.search.domain;

import java.util.List;

/**
 * A kind of search, found by {@link java.util.ServiceLoader}: describes its options and turns a
 * specification into a problem.
 */
public interface Domain {
  /** The name on the command line and in archives, such as {@code approximation}. */
  String name();

  /** One sentence for {@code --help}. */
  String description();

  /** Options that make good examples in help, such as {@code --target exp2 --interval 0,1}. */
  default List<String> examples() {
    return List.of();
  }

  /** The options: the command line is built from them. */
  SpecSchema schema();

  /**
   * The specifications that one stands for, in their order: itself, or one for each part of what is
   * asked for, such as the pieces of an interval, which are searched one after the other.
   *
   * @throws InvalidSpecException naming the key, the value and what is allowed
   */
  default List<ProblemSpec> parts(ProblemSpec spec) {
    return List.of(spec);
  }

  /**
   * The problem a specification describes. May compute reference tables, which can take a while.
   *
   * @throws InvalidSpecException naming the key, the value and what is allowed
   */
  Problem<?> problem(ProblemSpec spec, Progress progress);
}
