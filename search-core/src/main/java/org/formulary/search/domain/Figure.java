package org.formulary.search.domain;

import java.util.List;

/** A plot as data: the front end draws it. */
public record Figure(String title, Axis x, Axis y, List<Series> series) {
  public Figure {
    series = List.copyOf(series);
  }

  /** An axis. */
  public record Axis(String label, String unit, boolean logarithmic) {}

  /** One line or point set. */
  public record Series(String name, List<Point> points) {
    public Series {
      points = List.copyOf(points);
    }
  }

  /** One point. */
  public record Point(double x, double y) {}
}
