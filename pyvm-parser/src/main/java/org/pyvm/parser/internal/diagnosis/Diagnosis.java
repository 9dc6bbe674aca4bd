package org.pyvm.parser.internal.diagnosis;

import org.pyvm.parser.internal.ParseTables;
import org.pyvm.parser.internal.TokenBuffer;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceText;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenKind;

/**
 * The second pass: reads the tokens once more, in the order in which CPython's parser tries things, and on the way looks
 * for what people often get wrong. Which complaint is made, when several could be, follows from that order.
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
     * @param from where the statement begins in which the first pass failed, or the input
     * @param failure the token at which it failed
     */
    public static CompileException diagnose(
            ParseTables tables,
            TokenBuffer tokens,
            SourceText source,
            CompilationContext context,
            int from,
            int failure) {
        var errors = new Wording(tokens, source, context, failure + 1);
        if (context.has(CompilationContext.ALLOW_INCOMPLETE) && tokens.stream().reachedEnd()) {
            return errors.atLastToken("incomplete input").error;
        }
        var probe = new Probe(tokens, errors, from);
        CompileException error;
        try {
            new Diagnosis(probe, errors, tables).read(context.mode());
            error = unexplained(tokens.at(failure), errors);
        } catch (Wording.Verdict verdict) {
            error = verdict.error;
        }
        if (error.exceptionName().equals("MemoryError")) {
            return error;
        }
        CompileException ahead = tokens.stream().errorAhead(errors.lastFetched().line());
        return ahead != null && !isIndentation(tokens.at(failure), error) ? ahead : error;
    }

    private void read(CompilationContext.Mode mode) {
        switch (mode) {
            case FILE -> compound.statements();
            case SINGLE -> {
                if (!compound.compound()) {
                    simple.line();
                }
            }
            case EVAL -> expressions.expressions();
            case FUNC_TYPE -> functionType();
        }
    }

    private void functionType() {
        if (probe.take(TokenKind.LPAR)) {
            do {
                if (!probe.take(TokenKind.STAR)) {
                    probe.take(TokenKind.DOUBLESTAR);
                }
            } while (expressions.expression() != null && probe.take(TokenKind.COMMA));
            if (probe.take(TokenKind.RPAR) && probe.take(TokenKind.RARROW)) {
                expressions.expression();
            }
        }
    }

    private static CompileException unexplained(Token token, Wording errors) {
        if (token.kind() == TokenKind.INDENT) {
            return errors.indentation("unexpected indent").error;
        }
        if (token.kind() == TokenKind.DEDENT) {
            return errors.indentation("unexpected unindent").error;
        }
        return errors.atToken(token, "invalid syntax").error;
    }

    /** After an unexpected indent CPython reads no further. */
    private static boolean isIndentation(Token token, CompileException error) {
        return error.exceptionName().equals("IndentationError")
                && (token.kind() == TokenKind.INDENT || token.kind() == TokenKind.DEDENT)
                && error.getMessage().startsWith("unexpected");
    }

    /** What single_input refuses behind a statement that it has read. */
    public static CompileException severalStatements(
            TokenBuffer tokens, SourceText source, CompilationContext context, int last) {
        return new Wording(tokens, source, context, last + 1)
                .atLastToken("multiple statements found while compiling a single statement")
                .error;
    }
}
