/**
 * The command line. {@link org.formulary.app.Main} wires the process, {@link
 * org.formulary.app.Formulary} parses and runs one command, and {@link org.formulary.app.Failures}
 * turns what goes wrong into a line and an exit code.
 *
 * <pre>{@code
 * int code = Formulary.run(environment, "list", "--limit", "10");
 * }</pre>
 */
package org.formulary.app;
