package org.formulary.app;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds what a user may have meant. */
final class Similar {
  private static final int MOST = 3;

  private Similar() {}

  /** The words that become {@code typed} by few edits, the nearest first. */
  static List<String> to(String typed, Collection<String> words) {
    int most = Math.max(2, typed.length() / 3);
    return words.stream()
        .filter(w -> distance(typed, w) <= most)
        .sorted(Comparator.<String>comparingInt(w -> distance(typed, w)).thenComparing(w -> w))
        .limit(MOST)
        .toList();
  }

  /** Levenshtein's distance: insertions, deletions and replacements of single characters. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
