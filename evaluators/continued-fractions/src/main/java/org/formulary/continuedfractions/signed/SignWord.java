package org.formulary.continuedfractions.signed;

import java.util.ArrayList;
import java.util.List;

/**
 * A periodic pattern of signs, the partial numerators of a signed fraction: x = a0 + s0/(a1 +
 * s1/(a2 + …)).
 *
 * @param signs one period, each 1 or −1; not a repetition of a shorter one
 */
public record SignWord(List<Integer> signs) {
  public SignWord {
    signs = List.copyOf(signs);
    if (signs.isEmpty() || !signs.stream().allMatch(s -> s == 1 || s == -1)) {
      throw new IllegalArgumentException("no signs: " + signs);
    }
    if (isRepetition(signs)) {
      throw new IllegalArgumentException("a repetition: " + signs);
    }
  }

  /** Reads {@code +-}; throws {@link IllegalArgumentException} for other text. */
  public static SignWord parse(String text) {
    List<Integer> signs = new ArrayList<>();
    for (char c : text.toCharArray()) {
      if (c != '+' && c != '-') {
        throw new IllegalArgumentException("no signs: " + text);
      }
      signs.add(c == '+' ? 1 : -1);
    }
    return new SignWord(signs);
  }

  /** All words of a period from {@code least} to {@code most}, every rotation of each. */
  public static List<SignWord> ofPeriods(int least, int most) {
    List<SignWord> words = new ArrayList<>();
    for (int period = least; period <= most; period++) {
      for (int bits = 0; bits < 1 << period; bits++) {
        List<Integer> signs = new ArrayList<>();
        for (int i = 0; i < period; i++) {
          signs.add((bits >> i & 1) == 0 ? 1 : -1);
        }
        if (!isRepetition(signs)) {
          words.add(new SignWord(signs));
        }
      }
    }
    return words;
  }

  private static boolean isRepetition(List<Integer> signs) {
    int n = signs.size();
    for (int period = 1; period < n; period++) {
      int p = period;
      boolean repeats = n % p == 0;
      for (int i = p; i < n && repeats; i++) {
        repeats = signs.get(i).equals(signs.get(i - p));
      }
      if (repeats) {
        return true;
      }
    }
    return false;
  }

  public int period() {
    return signs.size();
  }

  /** The partial numerator after term {@code i}. */
  public int sign(long i) {
    return signs.get((int) Math.floorMod(i, (long) signs.size()));
  }

  /** The word that begins with the sign after term {@code by}. */
  public SignWord rotated(long by) {
    List<Integer> rotated = new ArrayList<>();
    for (int i = 0; i < signs.size(); i++) {
      rotated.add(sign(by + i));
    }
    return new SignWord(rotated);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    signs.forEach(s -> text.append(s > 0 ? '+' : '-'));
    return text.toString();
  }
}
