package org.formulary.approximation;

import java.util.Optional;
import org.formulary.truth.ReferenceTable;

/**
 * What programs are compared with.
 *
 * @param values of the target
 * @param weights of errors, at the same points, where they are not 1
 */
record Reference(ReferenceTable values, Optional<ReferenceTable> weights) {}
