/**
 * Assertions and runners for tests of numeric code. Depends on no other module.
 *
 * <pre>{@code
 * Property.forAll(random -> random.nextDouble(-1, 1))
 *     .shrinking(Shrinking::halve)
 *     .check(x -> Ulp.assertError(Math.sin(x), exactSine(x), 1.0));
 * }</pre>
 */
package org.formulary.testkit;
