package org.formulary.search.survey;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.formulary.search.domain.Figure;

/**
 * What a survey found.
 *
 * @param lines for people
 * @param tables by a name that is good for a file
 * @param figures by a name that is good for a file
 */
public record SurveyReport(
    List<String> lines, SortedMap<String, DataTable> tables, SortedMap<String, Figure> figures) {
  public SurveyReport {
    lines = List.copyOf(lines);
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
    figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
  }
}
