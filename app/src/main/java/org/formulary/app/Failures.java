package org.formulary.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;
import org.formulary.expressions.parse.ParseException;
import org.formulary.results.store.ArchiveException;
import org.formulary.search.domain.InvalidSpecException;

/** Turns whatever goes wrong into a message and an exit code. */
public final class Failures {
  private static final String PREFIX = "formulary: ";

  private Failures() {}

  /** Prints the message; the stack trace as well for defects if {@code debug}. */
  static int report(Throwable error, boolean debug, PrintWriter err) {
    err.println(PREFIX + message(error, debug));
    int code = code(error);
    if (debug) {
      error.printStackTrace(err);
    }
    err.flush();
    return code;
  }

  static int code(Throwable error) {
    return switch (error) {
      case Failure f -> f.code();
      case ArchiveException _ -> ExitCode.ARCHIVE;
      case InvalidSpecException _, ParseException _ -> ExitCode.BAD_INPUT;
      case UncheckedIOException _, IOException _ -> ExitCode.BAD_INPUT;
      case CancellationException _ -> ExitCode.INTERRUPTED;
      default -> ExitCode.INTERNAL;
    };
  }

  private static String message(Throwable error, boolean debug) {
    return switch (error) {
      case Failure f -> f.getMessage();
      case ArchiveException e -> e.getMessage();
      case InvalidSpecException e -> option(e);
      case ParseException e -> e.getMessage();
      case UncheckedIOException e -> file(e.getCause());
      case IOException e -> file(e);
      case CancellationException _ -> "interrupted; what was archived is kept";
      case OutOfMemoryError _ ->
          "out of memory; give it more, such as with JAVA_TOOL_OPTIONS=-Xmx4g; what was archived is"
              + " kept";
      default ->
          "internal error: "
              + error.toString().replaceAll("\\s*\\R\\s*", " ")
              + (debug ? "" : " (run again with --debug for details)");
    };
  }

  /** Names the option in front, once. */
  public static String option(InvalidSpecException e) {
    String message = e.getMessage();
    if (e.key().isEmpty()) {
      return message;
    }
    return message.startsWith(e.key())
        ? "option --" + message
        : "option --" + e.key() + ": " + message;
  }

  private static String file(IOException error) {
    return switch (error) {
      case NoSuchFileException e -> e.getFile() + ": no such file or folder";
      case FileAlreadyExistsException e -> e.getFile() + ": exists already";
      case FileSystemException e ->
          e.getFile() + ": " + (e.getReason() == null ? "cannot be accessed" : e.getReason());
      default -> "input or output failed: " + error.getMessage();
    };
  }
}
