package org.formulary.app.text;

import java.util.List;
import java.util.stream.Collectors;

/** Commands to type. */
public final class Shell {
  private Shell() {}

  /** The words as one line for a POSIX shell. */
  public static String line(List<String> words) {
    return words.stream().map(Shell::quote).collect(Collectors.joining(" "));
  }

  private static String quote(String word) {
    return word.matches("[A-Za-z0-9_./,:=+@%^-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
