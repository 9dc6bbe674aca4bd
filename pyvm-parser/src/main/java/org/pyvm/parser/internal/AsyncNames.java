package org.pyvm.parser.internal;

import java.util.function.Supplier;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenKind;

/**
 * Tells where {@code async} and {@code await} are names, as they were up to Python 3.6: everywhere but before {@code def}
 * and in the body of such a function. Sees every token once, in order.
 */
final class AsyncNames {
    private static final int NOWHERE = -1;

    private int indentation;
    /** The indentation of the {@code async def} that encloses the next token, or NOWHERE. */
    private int definedAt = NOWHERE;
    /** Whether the line of that {@code async def} has ended, so that its body may end. */
    private boolean headerRead;

    /** Whether a token is a name although it is spelled as a keyword. @param next gives the token behind it */
    boolean isName(Token token, Supplier<Token> next) {
        TokenKind kind = token.kind();
        if (kind == TokenKind.INDENT) {
            indentation++;
        } else if (kind == TokenKind.DEDENT) {
            indentation--;
        } else if (kind == TokenKind.NEWLINE) {
            headerRead = definedAt != NOWHERE;
            return false;
        } else if (kind != TokenKind.TYPE_COMMENT && definedAt != NOWHERE && headerRead && indentation <= definedAt) {
            definedAt = NOWHERE;
        }
        if (kind != TokenKind.NAME || definedAt != NOWHERE) {
            return false;
        }
        boolean async = token.text().equals("async");
        if (!async && !token.text().equals("await")) {
            return false;
        }
        if (async && next.get().text().equals("def")) {
            definedAt = indentation;
            headerRead = false;
            return false;
        }
        return true;
    }
}
