package org.pyvm.parser.internal;

import java.util.Arrays;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenKind;
import org.pyvm.tokenizer.TokenStream;

/** The tokens asked for so far, with their classes. Tokens are fetched as late as possible: a bad one may never be met. */
final class TokenBuffer {
    private static final String NOT_EQUAL_OF_ABC = "<>";

    private final TokenStream stream;
    private final Vocabulary vocabulary;
    private final boolean interactive;
    private boolean notEqualIsLessGreater;
    private Token[] tokens = new Token[256];
    private int[] classes = new int[256];
    private int count;
    private Token held;

    TokenBuffer(TokenStream stream, Vocabulary vocabulary, CompilationContext context) {
        this.stream = stream;
        this.vocabulary = vocabulary;
        this.interactive = context.mode() == CompilationContext.Mode.SINGLE;
        this.notEqualIsLessGreater = context.futures().contains("barry_as_FLUFL");
    }

    /** The class of the token at an index, which may be one more than the last fetched. */
    int classAt(int index) {
        while (index >= count) {
            fetch();
        }
        return classes[index];
    }

    Token at(int index) {
        while (index >= count) {
            fetch();
        }
        return tokens[index];
    }

    /** How many have been fetched. */
    int count() {
        return count;
    }

    /** From here on {@code <>} is the operator and {@code !=} is none (PEP 401). */
    void useLessGreater() {
        notEqualIsLessGreater = true;
    }

    private void fetch() {
        Token token = held != null ? held : stream.next();
        held = null;
        if (interactive && token.kind() == TokenKind.ENDMARKER && endsLineImplicitly()) {
            // An interactive statement ends where its input does: the end of input is a line end first.
            held = token;
            token = new Token(TokenKind.NEWLINE, "", token.line(), token.column(), token.endLine(), token.endColumn());
        }
        if (count == tokens.length) {
            tokens = Arrays.copyOf(tokens, count * 2);
            classes = Arrays.copyOf(classes, count * 2);
        }
        tokens[count] = token;
        classes[count++] = classify(token);
    }

    private boolean endsLineImplicitly() {
        if (count == 0) {
            return false;
        }
        TokenKind last = tokens[count - 1].kind();
        return last != TokenKind.ENDMARKER && last != TokenKind.NEWLINE || last == TokenKind.DEDENT;
    }

    private int classify(Token token) {
        if (token.kind() == TokenKind.NOTEQUAL && token.text().equals(NOT_EQUAL_OF_ABC) != notEqualIsLessGreater) {
            return Vocabulary.UNKNOWN;
        }
        return vocabulary.classify(token);
    }
}
