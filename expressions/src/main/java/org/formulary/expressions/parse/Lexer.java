package org.formulary.expressions.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text to tokens. White space separates; − × ÷ are read as - * /. */
final class Lexer {
  /** What a token is. */
  enum Kind {
    NUMBER,
    NAME,
    SYMBOL,
    END
  }

  /** A token and the column of its first character. */
  record Token(Kind kind, String text, int column) {
    boolean is(String symbol) {
      return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** As an error message shows it. */
    String shown() {
      return kind == Kind.END ? "the end" : "'" + text + "'";
    }
  }

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<number>0[xX][0-9a-fA-F.]*(?:[pP][+-]?\\d*)?"
              + "|(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)"
              + "|(?<name>[A-Za-z_][A-Za-z0-9_]*)"
              + "|(?<symbol>[-+*/^(),;=−×÷])");

  private Lexer() {}

  /** The tokens of {@code text}; the last one is END, just behind the last token. */
  static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher m = TOKEN.matcher(text);
    int at = 0;
    int end = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
        continue;
      }
      if (!m.region(at, text.length()).lookingAt()) {
        String found = Character.toString(text.codePointAt(at));
        throw new ParseException("unexpected character '" + found + "'", text, at);
      }
      tokens.add(token(m, at));
      at = m.end();
      end = at;
    }
    tokens.add(new Token(Kind.END, "", end));
    return tokens;
  }

  private static Token token(Matcher m, int column) {
    if (m.group("number") != null) {
      return new Token(Kind.NUMBER, m.group(), column);
    }
    if (m.group("name") != null) {
      return new Token(Kind.NAME, m.group(), column);
    }
    String symbol =
        switch (m.group()) {
          case "−" -> "-";
          case "×" -> "*";
          case "÷" -> "/";
          default -> m.group();
        };
    return new Token(Kind.SYMBOL, symbol, column);
  }
}
