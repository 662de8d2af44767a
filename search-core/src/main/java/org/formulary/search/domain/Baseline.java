package org.formulary.search.domain;

/**
 * A known way to solve the problem, judged by the same objectives.
 *
 * @param family such as {@code minimax polynomial, Horner}
 * @param detail such as {@code degree 4}
 * @param notation executable, in the problem's notation
 */
public record Baseline(String family, String detail, Scores scores, String notation) {}
