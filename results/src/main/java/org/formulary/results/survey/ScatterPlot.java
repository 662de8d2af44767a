package org.formulary.results.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.formulary.search.domain.Figure;
import org.formulary.search.domain.Figure.Axis;
import org.formulary.search.domain.Figure.Point;

/**
 * Draws the points of a figure as SVG, on linear axes. The text depends on the figure alone, not on
 * the fonts of the machine.
 */
public final class ScatterPlot {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 640;
  private static final int LEFT = 70;
  private static final int RIGHT = 240;
  private static final int TOP = 40;
  private static final int BOTTOM = 60;
  private static final double TICKS = 8;
  private static final double MARGIN = 0.03;

  /** Colours that are told apart by most people; the last is for what has no other. */
  private static final List<String> COLOURS =
      List.of(
          "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7b3294", "#1b1b1b",
          "#a6761d", "#66a61e", "#e7298a", "#999999");

  private final Figure figure;
  private final Range x;
  private final Range y;
  private final StringBuilder svg = new StringBuilder();

  private record Range(double from, double to) {
    static Range of(List<Double> values) {
      double least = values.stream().mapToDouble(v -> v).min().orElse(0);
      double most = values.stream().mapToDouble(v -> v).max().orElse(1);
      double margin = most > least ? MARGIN * (most - least) : 1;
      return new Range(least - margin, most + margin);
    }

    double part(double v) {
      return (v - from) / (to - from);
    }

    /** 1, 2 or 5 times a power of ten. */
    double step() {
      double rough = (to - from) / TICKS;
      double power = Math.pow(10, Math.floor(Math.log10(rough)));
      double part = rough / power;
      return power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
    }
  }

  private ScatterPlot(Figure figure) {
    this.figure = figure;
    List<Point> all = figure.series().stream().flatMap(s -> s.points().stream()).toList();
    this.x = Range.of(all.stream().map(Point::x).toList());
    this.y = Range.of(all.stream().map(Point::y).toList());
  }

  /** The figure as a document. */
  public static String svg(Figure figure) {
    return new ScatterPlot(figure).draw();
  }

  private String draw() {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
            + " font-size=\"13\">",
        WIDTH, HEIGHT);
    add("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", WIDTH, HEIGHT);
    add("<text x=\"%d\" y=\"24\" font-size=\"16\">%s</text>", LEFT, escaped(figure.title()));
    axes();
    for (int i = 0; i < figure.series().size(); i++) {
      Figure.Series series = figure.series().get(i);
      String colour = COLOURS.get(Math.min(i, COLOURS.size() - 1));
      add("<g fill=\"%s\" fill-opacity=\"0.7\">", colour);
      for (Point p : series.points()) {
        add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>", across(p.x()), down(p.y()));
      }
      add("</g>");
      double line = TOP + 20.0 * i + 8;
      int start = WIDTH - RIGHT + 20;
      add("<circle cx=\"%d\" cy=\"%.1f\" r=\"5\" fill=\"%s\"/>", start, line, colour);
      add("<text x=\"%d\" y=\"%.1f\">%s</text>", start + 12, line + 4, escaped(series.name()));
    }
    add("</svg>");
    return svg.toString();
  }

  private void axes() {
    List<String> lines = new ArrayList<>();
    for (double v = Math.ceil(x.from / x.step()) * x.step(); v <= x.to; v += x.step()) {
      double at = across(v);
      add("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>", at, bottom() + 18, tick(v));
      lines.add(String.format(Locale.ROOT, "M%.1f %d V%d", at, TOP, bottom()));
    }
    for (double v = Math.ceil(y.from / y.step()) * y.step(); v <= y.to; v += y.step()) {
      double at = down(v);
      add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 6, at + 4, tick(v));
      lines.add(String.format(Locale.ROOT, "M%d %.1f H%d", LEFT, at, WIDTH - RIGHT));
    }
    add("<path d=\"%s\" stroke=\"#dddddd\" fill=\"none\"/>", String.join(" ", lines));
    int middle = (LEFT + WIDTH - RIGHT) / 2;
    add(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
        middle, HEIGHT - 14, label(figure.x()));
    add(
        "<text transform=\"translate(18 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>",
        (TOP + bottom()) / 2, label(figure.y()));
  }

  private static String label(Axis axis) {
    return escaped(axis.unit().isEmpty() ? axis.label() : axis.label() + ", " + axis.unit());
  }

  private static String tick(double v) {
    String text = String.format(Locale.ROOT, "%.3f", v + 0.0);
    return text.replaceAll("\\.?0+$", "").replaceAll("^-0$", "0");
  }

  private static int bottom() {
    return HEIGHT - BOTTOM;
  }

  private double across(double v) {
    return LEFT + x.part(v) * (WIDTH - RIGHT - LEFT);
  }

  private double down(double v) {
    return bottom() - y.part(v) * (bottom() - TOP);
  }

  private void add(String format, Object... arguments) {
    svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
