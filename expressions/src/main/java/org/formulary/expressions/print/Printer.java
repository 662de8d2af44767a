package org.formulary.expressions.print;

import org.formulary.expressions.Program;

/** A program as text in another language. {@link ExportFormat} lists the printers. */
@FunctionalInterface
public interface Printer {
  /** The complete text of a file. The program has one input. */
  String print(Program program, CodeContext context);
}
