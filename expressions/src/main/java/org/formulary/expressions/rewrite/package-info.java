/**
 * Equal programs of fewer operations. Start with {@link
 * org.formulary.expressions.rewrite.Simplifier}.
 *
 * <pre>{@code
 * Simplifier simplifier = Simplifier.real(EnumSet.of(Op.ADD, Op.SUB, Op.MUL, Op.DIV));
 * Simplified s = simplifier.simplify(ProgramParser.parse("x*2 + x*3"));
 * String shorter = InfixPrinter.pretty(s.program()); // x*5.0
 * List<String> rules = s.rules(); // factor-sum, fold-constants
 * boolean sameBits = s.soundness() == Soundness.EXACT; // false: evaluate it again
 * }</pre>
 */
package org.formulary.expressions.rewrite;
