package org.formulary.app;

/** An expected failure: one line for the user, and the exit code. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;

  private Failure(int code, String message) {
    super(message);
    this.code = code;
  }

  /** The user gave something wrong; the message names it and what is allowed. */
  public static Failure badInput(String message) {
    return new Failure(ExitCode.BAD_INPUT, message);
  }

  /** The archive lacks what was asked for. */
  public static Failure archive(String message) {
    return new Failure(ExitCode.ARCHIVE, message);
  }

  public int code() {
    return code;
  }
}
