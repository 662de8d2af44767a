/** What a program costs. */
package org.formulary.expressions.cost;
