package org.pyvm.parser.internal.diagnosis;

import org.pyvm.parser.ParseTree;
import org.pyvm.parser.internal.ParseTables;
import org.pyvm.parser.internal.TokenBuffer;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceText;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenKind;

/**
 * Finds the words for an error. Reads the tokens once more, in the order in which CPython's parser tries things: first to
 * see how far that gets, since this is where "invalid syntax" is reported, then looking on the way for what people often
 * get wrong. Which complaint is made, when several could be, follows from that order.
 *
 * <p>Each part knows one family of constructs. A part only recognises; it makes no tree.
 */
public final class Diagnosis {
    final ExpressionDiagnosis expressions;
    final AtomDiagnosis atoms;
    final ArgumentDiagnosis arguments;
    final TargetDiagnosis targets;
    final ParameterDiagnosis parameters;
    final ParameterDiagnosis lambdaParameters;
    final PatternDiagnosis patterns;
    final SimpleStatementDiagnosis simple;
    final CompoundStatementDiagnosis compound;
    final TryDiagnosis tries;
    final WithDiagnosis withs;
    final PluginDiagnosis plugins;

    private final Probe probe;
    private final Wording errors;

    private Diagnosis(Probe probe, Wording errors, ParseTables tables) {
        this.probe = probe;
        this.errors = errors;
        expressions = new ExpressionDiagnosis(probe, this);
        atoms = new AtomDiagnosis(probe, this);
        arguments = new ArgumentDiagnosis(probe, this);
        targets = new TargetDiagnosis(probe, this);
        parameters = new ParameterDiagnosis(probe, this, false);
        lambdaParameters = new ParameterDiagnosis(probe, this, true);
        patterns = new PatternDiagnosis(probe, this);
        simple = new SimpleStatementDiagnosis(probe, this);
        compound = new CompoundStatementDiagnosis(probe, this);
        tries = new TryDiagnosis(probe, this);
        withs = new WithDiagnosis(probe, this);
        plugins = new PluginDiagnosis(probe, this, tables);
    }

    /**
     * Finds the words for an error.
     *
     * @param from where the statement begins in which the first pass failed
     * @param failure the token at which it failed: the place of the error should we find nothing wrong here
     * @param expected what alone a plugin's rule would have taken there, or null
     */
    public static CompileException diagnose(
            ParseTables tables,
            TokenBuffer tokens,
            SourceText source,
            CompilationContext context,
            int from,
            int failure,
            String expected) {
        int start = context.mode() == CompilationContext.Mode.FILE ? from : 0;
        var errors = new Wording(tokens, source, context, start);
        // What plugins' rules have taken may look wrong to the words below: if that came to the end, more may cure it.
        boolean cameToEnd = tables.isExtended() && tokens.isIncomplete(failure + 1);
        try {
            new Diagnosis(new Probe(tokens, errors, start, false), errors, tables).read(context.mode());
        } catch (Wording.Verdict verdict) {
            return cameToEnd || tokens.isIncomplete(errors.fetched())
                    ? errors.atLastToken("incomplete input").error
                    : explained(verdict.error, tokens, errors);
        } catch (CompileException badToken) {
            return badToken;
        }
        // Of plugins' syntax the tables know more: the first pass may have come further.
        boolean further = tables.isExtended() && failure >= errors.fetched() - 1;
        Token last = errors.fetched() > 0 && !further ? errors.lastFetched() : tokens.at(failure);
        if (errors.fetched() > 0 && cameToEnd || tokens.isIncomplete(errors.fetched())) {
            return errors.atLastToken("incomplete input").error;
        }
        try {
            new Diagnosis(new Probe(tokens, errors, start, true), errors, tables).read(context.mode());
        } catch (Wording.Verdict verdict) {
            return explained(verdict.error, tokens, errors);
        } catch (CompileException badToken) {
            CompileException fault = tokens.stream().fault();
            return fault != null ? fault : badToken;
        }
        if (further && tokens.bad() != null) {
            return tokens.bad();
        }
        if (further && expected != null) {
            return orAhead(errors.atToken(last, "expected '" + expected + "'").error, tokens, errors);
        }
        if (last.kind() == TokenKind.INDENT) {
            return errors.indentation("unexpected indent").error;
        }
        if (last.kind() == TokenKind.DEDENT) {
            return errors.indentation("unexpected unindent").error;
        }
        return orAhead(errors.atToken(last, "invalid syntax").error, tokens, errors);
    }

    private static CompileException explained(CompileException error, TokenBuffer tokens, Wording errors) {
        boolean nothingAhead = tokens.reachedEnd(errors.fetched());
        return nothingAhead || error.exceptionName().equals("MemoryError") ? error : orAhead(error, tokens, errors);
    }

    /** What the tokenizer itself finds wrong further on comes first. */
    private static CompileException orAhead(CompileException error, TokenBuffer tokens, Wording errors) {
        CompileException ahead = tokens.stream().errorAhead(errors.lastFetched().line());
        return ahead != null ? ahead : error;
    }

    private void read(CompilationContext.Mode mode) {
        switch (mode) {
            case FILE -> {
                compound.statements();
                probe.take(TokenKind.ENDMARKER);
            }
            case SINGLE -> {
                if (!compound.compound() || !probe.take(TokenKind.NEWLINE)) {
                    probe.back(0);
                    simple.line();
                }
            }
            case EVAL -> {
                expressions.expressions();
                end();
            }
            case FUNC_TYPE -> functionType();
        }
    }

    private void functionType() {
        if (probe.take(TokenKind.LPAR)) {
            boolean more = true;
            while (more && expressions.expression() != null) {
                more = probe.take(TokenKind.COMMA);
            }
            if (more && probe.take(TokenKind.STAR)) {
                more = expressions.expression() != null && probe.take(TokenKind.COMMA);
            }
            if (more && probe.take(TokenKind.DOUBLESTAR)) {
                expressions.expression();
            }
            if (probe.take(TokenKind.RPAR) && probe.take(TokenKind.RARROW) && expressions.expression() != null) {
                end();
            }
        }
    }

    private void end() {
        while (probe.take(TokenKind.NEWLINE)) {}
        probe.take(TokenKind.ENDMARKER);
    }

    /** What single_input refuses behind a statement that it has read. */
    public static CompileException severalStatements(
            TokenBuffer tokens, SourceText source, CompilationContext context, int last) {
        return new Wording(tokens, source, context, last + 1)
                .atLastToken("multiple statements found while compiling a single statement")
                .error;
    }

    /** What a module that has chosen {@code <>} refuses (PEP 401). */
    public static CompileException useLessGreater(
            TokenBuffer tokens, SourceText source, CompilationContext context, int notEqual) {
        return new Wording(tokens, source, context, notEqual + 1)
                .atToken(tokens.at(notEqual), "with Barry as BDFL, use '<>' instead of '!='")
                .error;
    }

    /** @throws CompileException for syntax that is younger than the context's feature version */
    public static void refuseYounger(
            ParseTree tree, TokenBuffer tokens, SourceText source, CompilationContext context) {
        YoungerSyntax.Finding found = new YoungerSyntax(context).first(tree);
        if (found != null) {
            int shownAt = tokens.indexOf(found.last()) + (found.shownBehind() ? 1 : 0);
            throw new Wording(tokens, source, context, shownAt + 1).atLastToken(found.message()).error;
        }
    }
}
