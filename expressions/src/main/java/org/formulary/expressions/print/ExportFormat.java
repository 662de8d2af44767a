package org.formulary.expressions.print;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.formulary.expressions.Program;

/** The languages a program can be exported to. */
public enum ExportFormat implements Printer {
  C(".c", new CPrinter()),
  JAVA(".java", new JavaPrinter()),
  PYTHON(".py", new PythonPrinter()),
  LATEX(".tex", new LatexPrinter()),
  FPCORE(".fpcore", new FpcorePrinter()),
  JSON(".json", new JsonPrinter());

  private final String extension;
  private final Printer printer;

  ExportFormat(String extension, Printer printer) {
    this.extension = extension;
    this.printer = printer;
  }

  /** The name on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The extension of files, with its dot. */
  public String extension() {
    return extension;
  }

  /** The format with this name, if there is one. */
  public static Optional<ExportFormat> of(String id) {
    return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
  }

  @Override
  public String print(Program program, CodeContext context) {
    if (program.skeleton().inputs() != 1) {
      throw new IllegalArgumentException(
          "an export needs a program of one input, was given " + program.skeleton().inputs());
    }
    return printer.print(program, context);
  }
}
