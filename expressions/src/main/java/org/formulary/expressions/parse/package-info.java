/**
 * Text to programs ({@link org.formulary.expressions.parse.ProgramParser}) and to formulas ({@link
 * org.formulary.expressions.parse.FormulaParser}). Errors are a {@link
 * org.formulary.expressions.parse.ParseException} with a caret under the column.
 */
package org.formulary.expressions.parse;
