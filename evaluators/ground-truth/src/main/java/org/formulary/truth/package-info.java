/** Reference values, ball arithmetic and proofs: what evaluation is judged by. */
package org.formulary.truth;
