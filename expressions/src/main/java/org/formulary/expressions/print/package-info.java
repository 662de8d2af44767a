/**
 * Programs as text. {@link org.formulary.expressions.print.InfixPrinter} writes the notation that
 * {@code ProgramParser} reads, {@link org.formulary.expressions.print.ExportFormat} lists the other
 * languages.
 *
 * <pre>{@code
 * CodeContext context = CodeContext.of("sine").withTestInputs(List.of(0.0, 0.5, 1.0));
 * String c = ExportFormat.C.print(program, context);
 * }</pre>
 */
package org.formulary.expressions.print;
