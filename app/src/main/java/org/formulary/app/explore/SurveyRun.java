package org.formulary.app.explore;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.formulary.app.Environment;
import org.formulary.app.ExitCode;
import org.formulary.app.Failure;
import org.formulary.app.Interruption;
import org.formulary.app.text.Numbers;
import org.formulary.app.text.ProgressLine;
import org.formulary.results.survey.ForeignFolderException;
import org.formulary.results.survey.ScatterPlot;
import org.formulary.results.survey.SurveyFolder;
import org.formulary.results.survey.TableText;
import org.formulary.search.domain.Figure;
import org.formulary.search.survey.DataTable;
import org.formulary.search.survey.Survey;
import org.formulary.search.survey.SurveyReport;

/** Measures what is missing of a survey, and writes its report beside the measurements. */
public final class SurveyRun {
  private final Environment environment;
  private final Survey survey;
  private final Settings settings;
  private final ProgressLine line;

  /**
   * How to run.
   *
   * @param folder of measurements and report
   * @param csv where all measurements are to be written as text
   */
  public record Settings(Path folder, int threads, Optional<Path> csv, boolean json) {}

  public SurveyRun(Environment environment, Survey survey, Settings settings) {
    this.environment = environment;
    this.survey = survey;
    this.settings = settings;
    this.line =
        new ProgressLine(
            environment.err(),
            environment.terminal().err(),
            environment.terminal().columns(),
            System::nanoTime);
  }

  /** Runs to the end or to an interruption; the exit code. */
  public int run() {
    try (SurveyFolder folder = folder()) {
      return run(folder);
    }
  }

  private int run(SurveyFolder folder) {
    BooleanSupplier stop = environment.interrupted();
    Units units = new Units(survey, folder, settings.threads());
    int there = units.done();
    if (there > 0) {
      line.print("%d of %d units are there already".formatted(there, survey.units()));
    }
    boolean complete = units.run(stop, (done, left) -> line.update(() -> progress(done, left)));
    line.clear();
    if (!complete) {
      environment
          .err()
          .printf(
              "stopped: %d of %d units are in %s; the same command goes on%n",
              units.done(), survey.units(), settings.folder());
      return ExitCode.INTERRUPTED;
    }
    line.phase();
    SurveyReport report =
        survey.report(
            folder::read,
            Interruption.progress(
                stop, (what, done, total) -> line.update(() -> step(what, done, total))));
    line.clear();
    List<Path> files = write(folder, report);
    settings.csv().ifPresent(file -> writeRows(folder, file));
    print(report, files);
    return ExitCode.OK;
  }

  private SurveyFolder folder() {
    try {
      return SurveyFolder.open(settings.folder(), survey);
    } catch (ForeignFolderException e) {
      throw Failure.badInput("option --out: " + e.getMessage());
    }
  }

  private String progress(int done, Duration left) {
    long rows = survey.rows() / survey.units() * done;
    return "%s of %s measured, unit %d of %d, about %s to go"
        .formatted(
            Numbers.count(rows),
            Numbers.count(survey.rows()),
            done,
            survey.units(),
            Numbers.time(left));
  }

  private static String step(String what, long done, long total) {
    return total > 0 ? "%s: %d of %d".formatted(what, done, total) : what;
  }

  private static List<Path> write(SurveyFolder folder, SurveyReport report) {
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, DataTable> table : report.tables().entrySet()) {
      StringBuilder csv = new StringBuilder();
      try {
        TableText.csvHeader(table.getValue(), csv);
        TableText.csvRows(table.getValue(), csv);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      files.add(folder.write(table.getKey() + ".csv", csv.toString()));
      files.add(folder.write(table.getKey() + ".json", TableText.json(table.getValue()) + "\n"));
    }
    for (Map.Entry<String, Figure> figure : report.figures().entrySet()) {
      files.add(folder.write(figure.getKey() + ".svg", ScatterPlot.svg(figure.getValue())));
    }
    return files;
  }

  private void writeRows(SurveyFolder folder, Path file) {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (int unit = 0; unit < survey.units(); unit++) {
        int now = unit;
        line.update(() -> step("rows as text", now, survey.units()));
        DataTable table = folder.read(unit);
        if (unit == 0) {
          TableText.csvHeader(table, out);
        }
        TableText.csvRows(table, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      line.clear();
    }
  }

  private void print(SurveyReport report, List<Path> files) {
    if (settings.json()) {
      List<String> parts = new ArrayList<>();
      report.tables().forEach((k, t) -> parts.add("\"%s\":%s".formatted(k, TableText.json(t))));
      environment.out().println("{" + String.join(",", parts) + "}");
      return;
    }
    report.lines().forEach(environment.out()::println);
    environment.out().println();
    files.forEach(f -> environment.out().println("wrote " + f));
    settings.csv().ifPresent(f -> environment.out().println("wrote " + f));
  }
}
