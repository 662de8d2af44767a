package org.formulary.expressions;

/**
 * The type of a value in a program.
 *
 * <p>{@link #REAL} is a real number: the program states a formula, and the {@code Arithmetic} that
 * evaluates it decides on rounding. Machine formats join this list together with the operations
 * that need them.
 */
public enum Type {
  REAL
}
