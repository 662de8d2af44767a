package org.formulary.app;

import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.formulary.search.domain.Figure;
import org.formulary.search.domain.Figure.Axis;
import org.formulary.search.domain.Figure.Point;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.SpecSchema;
import org.formulary.search.survey.DataTable;
import org.formulary.search.survey.DataTable.Column;
import org.formulary.search.survey.Exploration;
import org.formulary.search.survey.Survey;
import org.formulary.search.survey.SurveyReport;

/** A toy survey: the squares of whole numbers, ten to a unit. */
final class CountingExploration implements Exploration {
  private static final int ROWS = 10;
  private static final List<Column> COLUMNS =
      List.of(
          Column.whole("n", "the number"),
          Column.real("root", "its root"),
          Column.text("text", "n, and a \"comma\""));

  @Override
  public String name() {
    return "squares";
  }

  @Override
  public String description() {
    return "Squares, 100% toy";
  }

  @Override
  public List<String> examples() {
    return List.of("--units 3 --out squares");
  }

  @Override
  public SpecSchema schema() {
    return new SpecSchema(List.of(SpecSchema.Key.of("units", "N", "3", "how many")));
  }

  @Override
  public Survey survey(ProblemSpec spec) {
    int units = Integer.parseInt(spec.option("units").orElseThrow());
    if (units > 100) {
      throw new InvalidSpecException(
          "units", "units \"%d\": allowed are up to 100".formatted(units));
    }
    return new Squares(units);
  }

  private record Squares(int units) implements Survey {
    @Override
    public String id() {
      return "squares units=" + units;
    }

    @Override
    public List<Column> columns() {
      return COLUMNS;
    }

    @Override
    public long rows() {
      return (long) units * ROWS;
    }

    @Override
    public double estimatedSeconds() {
      return 0;
    }

    @Override
    public DataTable measure(int unit) {
      DataTable.Builder table = DataTable.builder(COLUMNS);
      for (int n = unit * ROWS; n < (unit + 1) * ROWS; n++) {
        table.row(List.of(n, n == 0 ? Double.NaN : Math.sqrt(n), n + ", \"n\""));
      }
      return table.build();
    }

    @Override
    public SurveyReport report(IntFunction<DataTable> measured, Progress progress) {
      long sum = 0;
      for (int unit = 0; unit < units; unit++) {
        DataTable table = measured.apply(unit);
        for (int r = 0; r < table.rows(); r++) {
          sum += table.whole(0, r);
        }
      }
      TreeMap<String, DataTable> tables = new TreeMap<>();
      tables.put(
          "sums",
          DataTable.builder(List.of(Column.whole("sum", "of all"))).row(List.of(sum)).build());
      TreeMap<String, Figure> figures = new TreeMap<>();
      figures.put(
          "plot",
          new Figure(
              "n < 2",
              new Axis("n", "", false),
              new Axis("n^2", "units", false),
              List.of(new Figure.Series("all", List.of(new Point(0, 0), new Point(1, 1))))));
      return new SurveyReport(List.of("sum " + sum), tables, figures);
    }
  }
}
