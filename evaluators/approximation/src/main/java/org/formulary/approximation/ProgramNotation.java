package org.formulary.approximation;

import org.formulary.expressions.parse.ParseException;
import org.formulary.expressions.parse.ProgramParser;
import org.formulary.expressions.print.InfixPrinter;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.Notation;

/** Candidates as infix text with exact constants. */
enum ProgramNotation implements Notation<Candidate> {
  INSTANCE;

  @Override
  public String print(Candidate candidate) {
    return InfixPrinter.print(candidate.program());
  }

  @Override
  public Candidate parse(String text) {
    try {
      return Candidate.from(ProgramParser.parse(text));
    } catch (ParseException e) {
      throw new InvalidSpecException("program", "program: " + e.getMessage());
    }
  }
}
