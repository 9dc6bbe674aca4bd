package org.pyvm.ast.internal;

import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenStream;

/** Passes tokens on and remembers how many a parser took, and which error was the tokenizer's. */
public final class WatchedTokens implements TokenStream {
    private final TokenStream tokens;
    private int count;
    private CompileException thrown;

    public WatchedTokens(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** How many tokens were taken. */
    public int count() {
        return count;
    }

    /** Whether an error that came out of the parser is the tokenizer's. */
    public boolean hasThrown(CompileException error) {
        return error == thrown;
    }

    @Override
    public Token next() {
        try {
            Token token = tokens.next();
            count++;
            return token;
        } catch (CompileException e) {
            thrown = e;
            throw e;
        }
    }

    @Override
    public boolean reachedEnd() {
        return tokens.reachedEnd();
    }

    @Override
    public CompileException errorAhead(int errorLine) {
        CompileException ahead = tokens.errorAhead(errorLine);
        if (ahead != null) {
            thrown = ahead;
        }
        return ahead;
    }

    @Override
    public String errorText(int line) {
        return tokens.errorText(line);
    }
}
