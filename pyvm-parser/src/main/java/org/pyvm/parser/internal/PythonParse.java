package org.pyvm.parser.internal;

import org.pyvm.parser.ParseTree;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceRange;
import org.pyvm.tokenizer.SourceText;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenStream;

/** The two passes: one that only parses, and when that fails one that finds the words for the error. */
public final class PythonParse {
    private final ParseTables tables;
    private final NodeChecks checks;
    private final boolean full;

    public PythonParse(ParseTables tables, boolean full) {
        this.tables = tables;
        this.checks = new NodeChecks(tables);
        this.full = full;
    }

    /** @throws CompileException with CPython's words */
    public ParseTree parse(SourceText source, TokenStream stream, CompilationContext context) {
        int rule = tables.ruleNumber(context.mode().startRule());
        if (rule < 0) {
            throw new IllegalArgumentException(
                    "the grammar has no rule " + context.mode().startRule());
        }
        var tokens = new TokenBuffer(stream, tables.vocabulary, context);
        try {
            return new ParseMachine(tables, tokens, checks, full, context.safepoint()).parse(rule, 0);
        } catch (ParseFailure failure) {
            Token token = tokens.at(failure.position);
            throw new CompileException(
                    "SyntaxError",
                    "invalid syntax",
                    context.fileName(),
                    new SourceRange(token.line(), token.column() + 1, token.endLine(), token.endColumn() + 1),
                    source.line(token.line()));
        }
    }
}
