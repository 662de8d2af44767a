package org.formulary.continuedfractions.classes;

import java.math.BigInteger;
import java.util.function.Function;
import org.formulary.hashing.Checksum;
import org.formulary.hashing.Fingerprint;
import org.formulary.search.domain.Candidates;
import org.formulary.search.domain.Notation;

/** A class of equivalent fractions, by text that its members have in common. */
public record FractionClass(String key) {
  /** 128 bits of a digest of the text. */
  public Fingerprint fingerprint() {
    BigInteger digest = new BigInteger(Checksum.sha256(key).substring(0, 32), 16);
    return new Fingerprint(digest.shiftRight(64).longValue(), digest.longValue());
  }

  /** 31 bits of the fingerprint. */
  public int niche() {
    return (int) (fingerprint().high() & Integer.MAX_VALUE);
  }

  /** Candidates of which each class is a niche, written in their notation. */
  public static <P> Candidates<P> candidates(
      Notation<P> notation, Function<P, FractionClass> classOf) {
    return new Candidates<>() {
      @Override
      public int niche(P candidate) {
        return classOf.apply(candidate).niche();
      }

      @Override
      public String write(P candidate) {
        return notation.print(candidate);
      }

      @Override
      public P read(String text) {
        return notation.parse(text);
      }
    };
  }
}
