/** Plain text for people: tables, numbers, the progress line. */
package org.formulary.app.text;
