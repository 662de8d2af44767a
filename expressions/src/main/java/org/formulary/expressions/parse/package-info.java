/** Text to programs and formulas. */
package org.formulary.expressions.parse;
