/**
 * Integer relations between real numbers, and what they say of an unknown one. {@link
 * org.formulary.truth.relation.Identification} is the entry.
 *
 * <pre>{@code
 * Enclosure value = Enclosure.ofDigits("0.39159265358979323846");
 * Identification.Result result =
 *     Identification.among(Constants.all()).identify(value, () -> false);
 * result.best().map(Identified::text); // value = (4*pi - 11)/4
 * }</pre>
 */
package org.formulary.truth.relation;
