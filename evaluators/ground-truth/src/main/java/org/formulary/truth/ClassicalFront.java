package org.formulary.truth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.formulary.search.domain.Baseline;

/**
 * The best classical forms of the named targets on their default intervals, by operations, stored.
 * {@code benchmarks/run classical-baselines} computes them again and prints the lines of the file.
 */
public final class ClassicalFront {
  /** The largest operation count that is stored. */
  public static final int MOST_OPERATIONS = 12;

  private static final String FILE = "classical-front.csv";

  private ClassicalFront() {}

  /**
   * One form.
   *
   * @param operations of the program, fewer than those of every form of a lower error
   * @param error the largest, relative or absolute as the target's default is
   */
  public record Line(String target, int operations, double error, String form, String program) {
    /** The line of the file. */
    public String csv() {
      return "%s,%d,%s,\"%s\",\"%s\"".formatted(target, operations, error, form, program);
    }
  }

  /** The stored lines, by target and then by operations. */
  public static List<Line> all() {
    return CsvResource.rows(ClassicalFront.class, FILE).stream()
        .map(r -> new Line(r[0], Integer.parseInt(r[1]), Double.parseDouble(r[2]), r[3], r[4]))
        .toList();
  }

  /** The lines that a study of a target makes: of every operation count the best, if it is new. */
  public static List<Line> front(String target, List<Baseline> baselines) {
    List<Line> front = new ArrayList<>();
    double least = Double.POSITIVE_INFINITY;
    for (int n = 0; n <= MOST_OPERATIONS; n++) {
      int operations = n;
      Optional<Baseline> best =
          baselines.stream()
              .filter(b -> b.scores().get(1) == operations)
              .min(Comparator.comparingDouble(b -> b.scores().get(0)));
      if (best.isPresent() && best.get().scores().get(0) < least) {
        Baseline b = best.get();
        least = b.scores().get(0);
        String form = (b.family() + ", " + b.detail()).replaceFirst(", $", "");
        front.add(new Line(target, n, least, form, b.notation()));
      }
    }
    return front;
  }
}
