package org.pyvm.tokenizer.internal;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenKind;
import org.pyvm.tokenizer.Unicode14;

/**
 * Names as Python's {@code tokenize} sees them: runs of what its regular expressions call word characters. Combining
 * marks and a few letters, which a name may hold, are none, and {@code tokenize} has them as errors.
 */
final class TokenizeNames {
    private TokenizeNames() {}

    static boolean isOneWord(String name) {
        return name.codePoints().allMatch(TokenizeNames::isWordCharacter);
    }

    static List<Token> split(Token name) {
        List<Token> parts = new ArrayList<>();
        int[] text = name.text().codePoints().toArray();
        int i = 0;
        while (i < text.length) {
            int start = i;
            boolean word = isWordCharacter(text[i++]);
            while (word && i < text.length && isWordCharacter(text[i])) {
                i++;
            }
            TokenKind kind = word ? TokenKind.NAME : TokenKind.ERRORTOKEN;
            String part = new String(text, start, i - start);
            int column = name.column();
            parts.add(new Token(kind, part, name.line(), column + start, name.line(), column + i));
        }
        return parts;
    }

    private static boolean isWordCharacter(int c) {
        return c == '_'
                || switch (Unicode14.category(c)) {
                    case Character.UPPERCASE_LETTER,
                            Character.LOWERCASE_LETTER,
                            Character.TITLECASE_LETTER,
                            Character.MODIFIER_LETTER,
                            Character.OTHER_LETTER,
                            Character.DECIMAL_DIGIT_NUMBER,
                            Character.LETTER_NUMBER,
                            Character.OTHER_NUMBER -> true;
                    default -> false;
                };
    }
}
