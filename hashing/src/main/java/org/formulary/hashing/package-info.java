/** Fingerprints of behaviour and the cache that knows which behaviour was tried. */
package org.formulary.hashing;
