package org.formulary.expressions.rewrite;

import java.util.List;
import org.formulary.expressions.Program;

/**
 * A simplified program and what its equality to the given one rests on.
 *
 * @param program in normal form
 * @param rules by name, in alphabetical order; empty where only the writing changed
 * @param soundness the weakest of what was used
 */
public record Simplified(Program program, List<String> rules, Soundness soundness) {
  public Simplified {
    rules = List.copyOf(rules);
  }
}
