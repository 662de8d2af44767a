/** Programs as text in other languages. */
package org.formulary.expressions.print;
