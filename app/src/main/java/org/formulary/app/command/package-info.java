/** One class per command: parse, call one service, print. */
package org.formulary.app.command;
