package org.formulary.truth.relation;

import java.math.BigInteger;
import java.util.List;
import org.formulary.truth.Enclosure;

/** A form that a number v may have: a relation between the values says what v is. */
sealed interface Form permits QuotientForm, ProductForm {
  /** Such as {@code quotient of linear terms in pi}. */
  String name();

  /** Functions of constants and of v. */
  List<Enclosure> values();

  /** Whether a relation says something of v, rather than of the constants alone. */
  boolean involvesValue(List<BigInteger> relation);

  /**
   * What a relation that involves the value says of it.
   *
   * @param v the name of the number
   */
  String text(List<BigInteger> relation, String v);
}
