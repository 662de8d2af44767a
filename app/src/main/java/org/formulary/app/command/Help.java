package org.formulary.app.command;

import java.util.ArrayList;
import java.util.List;

/** What stands below every help text. */
public final class Help {
  private Help() {}

  /** Examples, given without the program's name, and the exit codes. */
  public static String[] footer(List<String> examples) {
    List<String> lines = new ArrayList<>(List.of("", "Examples:"));
    examples.forEach(e -> lines.add("  ./formulary " + e.replace("%", "%%")));
    lines.add("");
    lines.add(
        "Exit codes: 0 ok, 1 not verified or refuted, 2 bad input, 3 archive, 4 internal error, 130"
            + " interrupted.");
    return lines.toArray(new String[0]);
  }
}
