package org.formulary.search.engine;

import java.util.Optional;

/**
 * An individual at a barrier, free of engine types.
 *
 * @param born the generation in which it was made
 * @param lineBorn the generation in which the first ancestor of its line was made
 */
public record Individual<P>(
    P candidate, Optional<P> parent, long born, long lineBorn, Fitness fitness) {}
