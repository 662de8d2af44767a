package org.formulary.app;

/** How a command ends; documented in {@code docs/cli.md} and in every {@code --help}. */
public final class ExitCode {
  public static final int OK = 0;

  /** A claim was refuted or could not be shown. */
  public static final int NOT_VERIFIED = 1;

  /** An option, a formula or a file that the user gave is wrong. */
  public static final int BAD_INPUT = 2;

  /** The archive is missing, foreign, damaged, locked or full, or has no such record. */
  public static final int ARCHIVE = 3;

  /** A defect of the program, or a lack of memory. */
  public static final int INTERNAL = 4;

  /** Stopped by Ctrl-C; what was found is kept. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
