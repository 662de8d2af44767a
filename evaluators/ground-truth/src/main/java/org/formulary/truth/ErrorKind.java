package org.formulary.truth;

/** How the error at a point is counted. */
public enum ErrorKind {
  /** |p − f|. */
  ABSOLUTE,
  /** |p/f − 1|; where f vanishes the program must vanish too, and the error is the limit. */
  RELATIVE
}
