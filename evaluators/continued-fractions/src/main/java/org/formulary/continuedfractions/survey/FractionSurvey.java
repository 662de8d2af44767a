package org.formulary.continuedfractions.survey;

import java.util.List;
import java.util.function.IntFunction;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.search.domain.Progress;
import org.formulary.search.survey.DataTable;
import org.formulary.search.survey.Survey;
import org.formulary.search.survey.SurveyReport;

/**
 * The fractions of a box. A unit is all that have one a or its opposite, so that only half of them
 * need be looked at.
 */
final class FractionSurvey implements Survey {
  /** Of what is measured: raise it where results change. */
  private static final int REVISION = 3;

  /** Of a fraction and its opposite, measured on one thread of a server of 2.45 GHz. */
  private static final double SECONDS_FOR_TWO = 4e-4;

  private final FractionBox box;
  private final List<IntegerPolynomial> denominators;
  private final List<IntegerPolynomial> numerators;

  FractionSurvey(FractionBox box) {
    this.box = box;
    this.denominators = box.positive();
    this.numerators = box.all();
  }

  @Override
  public String id() {
    return "fractions degree=%d box=%d revision=%d".formatted(box.degree(), box.size(), REVISION);
  }

  @Override
  public List<DataTable.Column> columns() {
    return FractionRows.columns(box.degree());
  }

  @Override
  public int units() {
    return denominators.size();
  }

  @Override
  public long rows() {
    return 2L * denominators.size() * numerators.size();
  }

  @Override
  public double estimatedSeconds() {
    return estimatedSeconds(box);
  }

  static double estimatedSeconds(FractionBox box) {
    return box.fractions() / 2 * SECONDS_FOR_TWO;
  }

  @Override
  public DataTable measure(int unit) {
    DataTable.Builder table = DataTable.builder(columns());
    IntegerPolynomial a = denominators.get(unit);
    for (IntegerPolynomial b : numerators) {
      PolynomialFraction f = new PolynomialFraction(a, b);
      FractionRows.add(table, f, box.degree(), Measurement.of(f));
    }
    return table.build();
  }

  @Override
  public SurveyReport report(IntFunction<DataTable> measured, Progress progress) {
    FractionLookup lookup = new FractionLookup(box.degree(), denominators, numerators);
    return FractionReport.of(lookup, units(), measured, progress);
  }
}
