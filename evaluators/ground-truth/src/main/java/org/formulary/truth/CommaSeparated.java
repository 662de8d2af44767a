package org.formulary.truth;

import java.util.ArrayList;
import java.util.List;

/** Lists of formulas as text. */
public final class CommaSeparated {
  private CommaSeparated() {}

  /** The parts of a text between commas outside parentheses. */
  public static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(text.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(text.substring(from));
    return parts;
  }
}
