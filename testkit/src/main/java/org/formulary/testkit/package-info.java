/** Assertions and runners for tests of numeric code. */
package org.formulary.testkit;
