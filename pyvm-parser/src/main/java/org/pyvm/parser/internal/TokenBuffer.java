package org.pyvm.parser.internal;

import java.util.Arrays;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenKind;
import org.pyvm.tokenizer.TokenStream;

/** The tokens asked for so far, with their classes. Tokens are fetched as late as possible: a bad one may never be met. */
public final class TokenBuffer {
    private static final String NOT_EQUAL_OF_ABC = "<>";

    private final TokenStream stream;
    private final Vocabulary vocabulary;
    private final boolean mayBeIncomplete;
    /** Whether {@code <>} is the operator and {@code !=} is none (PEP 401): by a flag, not by an import in this source. */
    private final boolean notEqualIsLessGreater;

    private Token[] tokens = new Token[256];
    private int[] classes = new int[256];
    private int count;
    private CompileException bad;
    private final AsyncNames asyncNames;
    /** Read to tell what the token before it is; null when there is none. */
    private Token ahead;

    private int firstAtEnd = Integer.MAX_VALUE;

    TokenBuffer(TokenStream stream, Vocabulary vocabulary, CompilationContext context) {
        this.stream = stream;
        this.vocabulary = vocabulary;
        this.mayBeIncomplete = context.has(CompilationContext.ALLOW_INCOMPLETE);
        this.notEqualIsLessGreater = context.futures().contains("barry_as_FLUFL");
        this.asyncNames = context.allows(7) ? null : new AsyncNames();
    }

    /** The class of the token at an index, which may be one more than the last fetched. */
    public int classAt(int index) {
        while (index >= count) {
            fetch();
        }
        return classes[index];
    }

    public Token at(int index) {
        while (index >= count) {
            fetch();
        }
        return tokens[index];
    }

    /** How many have been fetched. */
    public int count() {
        return count;
    }

    /** Whether input that more could complete had been read to its end when that many tokens were fetched. */
    public boolean isIncomplete(int fetched) {
        return fetched > firstAtEnd;
    }

    /** Whether the source had been read to its end when that many were fetched. */
    public boolean reachedEnd(int fetched) {
        return isIncomplete(fetched) || fetched == count && stream.reachedEnd();
    }

    /** The error of the tokenizer that is met when one more than {@link #count} is asked for; null if none is known. */
    public CompileException bad() {
        return bad;
    }

    /** The index of a token that was fetched. */
    public int indexOf(Token token) {
        int index = count - 1;
        while (tokens[index] != token) {
            index--;
        }
        return index;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    public TokenStream stream() {
        return stream;
    }

    /** Whether a token is the {@code !=} that a module has given up for {@code <>}. */
    boolean isNotEqualOfGuido(int index) {
        Token token = at(index);
        return notEqualIsLessGreater
                && token.kind() == TokenKind.NOTEQUAL
                && !token.text().equals(NOT_EQUAL_OF_ABC);
    }

    private void fetch() {
        Token token = next();
        if (count == tokens.length) {
            tokens = Arrays.copyOf(tokens, count * 2);
            classes = Arrays.copyOf(classes, count * 2);
        }
        if (mayBeIncomplete && count < firstAtEnd && stream.reachedEnd()) {
            firstAtEnd = count;
        }
        tokens[count] = token;
        classes[count] = asyncNames != null && asyncNames.isName(token, this::peek)
                ? vocabulary.of(TokenKind.NAME)
                : classify(token);
        count++;
    }

    /** A bad token stays bad when it is asked for again. */
    private Token next() {
        if (bad != null) {
            throw bad;
        }
        if (ahead != null) {
            Token token = ahead;
            ahead = null;
            return token;
        }
        try {
            Token token = stream.next();
            while (token.kind() == TokenKind.TYPE_IGNORE) {
                token = stream.next(); // may stand anywhere; the AST gets them from the tokenizer
            }
            return token;
        } catch (CompileException e) {
            bad = e;
            throw e;
        }
    }

    private Token peek() {
        ahead = next();
        return ahead;
    }

    private int classify(Token token) {
        if (token.kind() == TokenKind.NOTEQUAL && token.text().equals(NOT_EQUAL_OF_ABC) != notEqualIsLessGreater) {
            return Vocabulary.UNKNOWN;
        }
        return vocabulary.classify(token);
    }
}
