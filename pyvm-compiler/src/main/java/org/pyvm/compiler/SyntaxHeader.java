package org.pyvm.compiler;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.WarningSink;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.PythonTokenizer;
import org.pyvm.tokenizer.SourceRange;
import org.pyvm.tokenizer.SourceText;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenKind;
import org.pyvm.tokenizer.TokenStream;

/**
 * What a source says before its first statement: a docstring, comments, {@code from __future__} and {@code from __syntax__}
 * imports in any order. It is read with Python's own tokens, whatever the rest is written in; it ends at the last line of
 * the last such import.
 *
 * @param names the plugins asked for, with the token that names each
 * @param futures names imported from {@code __future__}
 * @param lastLine the header's last line, from 1; 0 when it asks for no plugin
 */
record SyntaxHeader(Map<String, Token> names, Set<String> futures, int lastLine) {
    static final SyntaxHeader NONE = new SyntaxHeader(Map.of(), Set.of(), 0);
    private static final String MODULE = "__syntax__";

    static SyntaxHeader read(SourceText source, CompilationContext context) {
        // Every source passes here; few hold the word.
        if (!source.text().contains(MODULE)) {
            return NONE;
        }
        return new Reader(source, context).read();
    }

    /** The text up to the end of the header. */
    SourceText text(SourceText source) {
        return SourceText.of(source.text().substring(0, end(source)));
    }

    /** The text behind the header, on the lines where it stands. */
    SourceText rest(SourceText source) {
        int end = end(source);
        return source.blankUntil(end, "\n".repeat(lastLine));
    }

    private int end(SourceText source) {
        return lastLine < source.lineCount()
                ? source.lineStart(lastLine + 1)
                : source.text().length();
    }

    /** The error for a name that no plugin has, in the words of the one for {@code __future__}. */
    CompileException unknown(String name, SourceText source, CompilationContext context) {
        Token token = names.get(name);
        String message = "syntax feature " + name + " is not defined";
        if (token == null) {
            return new CompileException("SyntaxError", message, context.fileName(), null, null);
        }
        return error(message, token, source, context);
    }

    private static CompileException error(String message, Token token, SourceText source, CompilationContext context) {
        SourceRange range = new SourceRange(token.line(), token.column() + 1, token.endLine(), token.endColumn() + 1);
        return new CompileException("SyntaxError", message, context.fileName(), range, source.line(token.line()));
    }

    /** Goes through the header, statement by statement. */
    private static final class Reader {
        private final SourceText source;
        private final CompilationContext context;
        private final TokenStream tokens;
        private final Map<String, Token> names = new LinkedHashMap<>();
        private final Set<String> futures = new HashSet<>();
        private int lastLine;

        Reader(SourceText source, CompilationContext context) {
            this.source = source;
            this.context = context;
            // Warnings of the tokenizer come when the header is compiled.
            this.tokens = new PythonTokenizer().tokenize(source, context.withWarnings(WarningSink.NONE));
        }

        SyntaxHeader read() {
            boolean more = true;
            while (more) {
                more = statement();
            }
            return names.isEmpty() ? NONE : new SyntaxHeader(names, futures, lastLine);
        }

        /** The rest need not be made of Python's tokens: where they end, the header does. */
        private Token next() {
            try {
                return tokens.next();
            } catch (CompileException e) {
                return new Token(TokenKind.ENDMARKER, "", 0, 0, 0, 0);
            }
        }

        /** Reads a statement. @return whether the header may go on */
        private boolean statement() {
            List<Token> line = new ArrayList<>();
            Token token = next();
            while (token.kind() == TokenKind.NEWLINE && line.isEmpty()) {
                token = next();
            }
            if (token.kind() == TokenKind.STRING) {
                while (token.kind() == TokenKind.STRING) {
                    token = next();
                }
                return token.kind() == TokenKind.NEWLINE;
            }
            if (!isName(token, "from")) {
                return false;
            }
            Token module = next();
            boolean syntax = isName(module, MODULE);
            if (!syntax && !isName(module, "__future__")) {
                return false;
            }
            for (token = next(); token.kind() != TokenKind.NEWLINE; token = next()) {
                if (token.kind() == TokenKind.SEMI && syntax) {
                    throw error("a __syntax__ import ends its line", token, source, context);
                }
                if (token.kind() == TokenKind.ENDMARKER || token.kind() == TokenKind.SEMI) {
                    return false;
                }
                line.add(token);
            }
            imported(line, syntax);
            if (syntax) {
                lastLine = token.line();
            }
            return true;
        }

        private void imported(List<Token> line, boolean syntax) {
            boolean alias = false;
            for (Token token : line) {
                if (token.kind() == TokenKind.STAR && syntax) {
                    throw error("syntax feature * is not defined", token, source, context);
                }
                if (token.kind() == TokenKind.NAME && !isName(token, "import") && !isName(token, "as") && !alias) {
                    if (syntax) {
                        names.putIfAbsent(token.text(), token);
                    } else {
                        futures.add(token.text());
                    }
                }
                alias = isName(token, "as");
            }
        }

        private static boolean isName(Token token, String text) {
            return token.kind() == TokenKind.NAME && token.text().equals(text);
        }
    }
}
