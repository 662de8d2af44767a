/**
 * Typed straight-line programs. Start with {@link org.formulary.expressions.Program}.
 *
 * <pre>{@code
 * Program p = ProgramParser.parse("t1 = x + 0x1p+0; t1*t1");
 * double y = Interpreter.evaluate(p, DoubleArithmetic.INSTANCE, 0.5);
 * String c = ExportFormat.C.print(p, CodeContext.of("f"));
 * }</pre>
 */
package org.formulary.expressions;
