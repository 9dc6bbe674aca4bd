package org.pyvm.ast.internal;

import org.pyvm.ast.Expr;
import org.pyvm.parser.ParseTree;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceRange;
import org.pyvm.tokenizer.SourceText;
import org.pyvm.tokenizer.Token;

/**
 * An expression in an f-string. It is parsed as a source of its own, in round brackets, so that it may begin with blanks
 * and span lines; its nodes then get places in the file by CPython's arithmetic, which is not always the truth.
 */
final class FStringExpression {
    private static final int NO_PARSER_FLAGS = CompilationContext.ALLOW_INCOMPLETE
            | CompilationContext.TYPE_COMMENTS
            | CompilationContext.DONT_IMPLY_DEDENT;

    private FStringExpression() {}

    /** Reads the part of an f-string token from {@code from} to {@code to}. */
    static Expr parse(Token token, int from, int to, TreeLowering lower) {
        SourceText source = SourceText.withoutEncoding("(" + token.text().substring(from, to) + ")\n");
        CompilationContext context = expressionContext(lower.context());
        Positions place = place(token, from - 1, source, lower.positions());
        var tokens = new WatchedTokens(lower.literals().tokenizer().tokenize(source, context));
        ParseTree tree;
        try {
            tree = lower.literals().parser().parse(source, tokens, context);
        } catch (CompileException e) {
            throw moved(e, tokens.hasThrown(e), place);
        }
        return lower.nested(tree, source, context, place).expression(tree.child(0));
    }

    private static CompilationContext expressionContext(CompilationContext outer) {
        if (outer.mode() == CompilationContext.Mode.EVAL && (outer.flags() & NO_PARSER_FLAGS) == 0) {
            return outer;
        }
        return new CompilationContext(
                outer.fileName(),
                CompilationContext.Mode.EVAL,
                outer.optimize(),
                outer.futures(),
                outer.syntax(),
                outer.flags() & ~NO_PARSER_FLAGS,
                outer.warnings(),
                outer.decoders(),
                outer.safepoint(),
                outer.featureVersion());
    }

    /** Where the source of an expression lies whose opening brace is at an index of the token's text. */
    private static Positions place(Token token, int brace, SourceText source, Positions outer) {
        String text = token.text();
        int lines = 0;
        int lineStart = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < brace; i = text.indexOf('\n', i + 1)) {
            lines++;
            lineStart = i + 1;
        }
        int columns = 0;
        if (!lineEndsBehind(text, brace)) {
            for (int i = lineStart; i < brace; ) {
                int codePoint = text.codePointAt(i);
                columns += Positions.utf8Length(codePoint);
                i += Character.charCount(codePoint);
            }
        }
        int shift = lines > 0 ? columns : outer.column(token) + columns;
        return new Positions(source, outer.line(token) + lines - 1, shift);
    }

    private static boolean lineEndsBehind(String text, int brace) {
        for (int i = brace + 1; text.charAt(i) != '}' && text.charAt(i) != '\n'; i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\t' && c != '\f') {
                return false;
            }
        }
        return true;
    }

    /** The error as CPython reports it: lines are the file's, columns those of the text in brackets, more or less. */
    private static CompileException moved(CompileException e, boolean tokenizers, Positions place) {
        SourceRange range = e.range();
        if (range == null || !e.exceptionName().equals("SyntaxError")) {
            return e;
        }
        int lineShift = place.line(0);
        if (tokenizers) {
            return new CompileException(
                    e.exceptionName(),
                    e.getMessage(),
                    e.fileName(),
                    new SourceRange(
                            range.line() + lineShift, range.column(), range.endLine() + lineShift, range.endColumn()),
                    e.lineText());
        }
        return new CompileException(
                e.exceptionName(),
                "f-string: " + e.getMessage(),
                e.fileName(),
                new SourceRange(
                        range.line() + lineShift,
                        place.errorColumn(range.line(), range.column()),
                        range.endLine() + lineShift,
                        place.errorColumn(range.endLine(), range.endColumn())),
                e.lineText());
    }
}
