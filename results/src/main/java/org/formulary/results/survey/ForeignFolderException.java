package org.formulary.results.survey;

/** A folder that belongs to another survey. The message is one line. */
public final class ForeignFolderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ForeignFolderException(String message) {
    super(message);
  }
}
