package org.pyvm.ast.internal;

import org.pyvm.tokenizer.Token;

/**
 * A string token taken apart.
 *
 * @param start index in the token's text of the first character between the quotes
 * @param end index behind the last
 */
record StringToken(Token token, boolean bytes, boolean raw, boolean formatted, int start, int end) {
    static StringToken of(Token token) {
        String text = token.text();
        boolean bytes = false;
        boolean raw = false;
        boolean formatted = false;
        int i = 0;
        while (true) {
            switch (text.charAt(i)) {
                case 'b', 'B' -> bytes = true;
                case 'r', 'R' -> raw = true;
                case 'f', 'F' -> formatted = true;
                case 'u', 'U' -> {}
                default -> {
                    int quotes = quotes(text, i);
                    return new StringToken(token, bytes, raw, formatted, i + quotes, text.length() - quotes);
                }
            }
            i++;
        }
    }

    private static int quotes(String text, int at) {
        char quote = text.charAt(at);
        boolean three = text.length() >= at + 6 && text.charAt(at + 1) == quote && text.charAt(at + 2) == quote;
        return three ? 3 : 1;
    }

    String text() {
        return token.text();
    }
}
