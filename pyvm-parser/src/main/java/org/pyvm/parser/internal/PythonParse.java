package org.pyvm.parser.internal;

import org.pyvm.parser.ParseTree;
import org.pyvm.parser.internal.diagnosis.Diagnosis;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.Mode;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceText;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenStream;

/** The two passes: one that only parses, and when that fails one that finds the words for the error. */
public final class PythonParse {
    private final ParseTables tables;
    private final NodeChecks checks;
    private final DepthLimit limit;
    private final boolean full;

    public PythonParse(ParseTables tables, boolean full) {
        this.tables = tables;
        this.checks = new NodeChecks(tables);
        this.limit = new DepthLimit(tables);
        this.full = full;
    }

    /** @throws CompileException with CPython's words */
    public ParseTree parse(SourceText source, TokenStream stream, CompilationContext context) {
        RuleTable rule = tables.rule(context.mode().startRule());
        if (rule == null) {
            throw new IllegalArgumentException(
                    "the grammar has no rule " + context.mode().startRule());
        }
        var tokens = new TokenBuffer(stream, tables.vocabulary, context);
        var machine = new ParseMachine(tables, tokens, checks, limit, full, context.safepoint());
        try {
            ParseTree tree = machine.parse(rule, 0);
            if (context.mode() == Mode.SINGLE && hasMore(source, tokens.at(machine.end() - 1))) {
                throw Diagnosis.severalStatements(tokens, source, context, machine.end() - 1);
            }
            if (context.featureVersion() >= 0) {
                Diagnosis.refuseYounger(tree, tokens, source, context);
            }
            return tree;
        } catch (ParseMachine.TooDeep tooDeep) {
            throw new CompileException("MemoryError", "", context.fileName(), null, null);
        } catch (ParseFailure failure) {
            if (tokens.isNotEqualOfGuido(failure.position)) {
                throw Diagnosis.useLessGreater(tokens, source, context, failure.position);
            }
            throw Diagnosis.diagnose(
                    tables, tokens, source, context, machine.failedFrom(), failure.position, machine.expected());
        } catch (CompileException badToken) {
            if (tokens.bad() != badToken) {
                throw badToken;
            }
            // Something before it may be wrong already, which our rules allow up to the end of a node.
            throw Diagnosis.diagnose(tables, tokens, source, context, machine.failedFrom(), tokens.count() - 1, null);
        }
    }

    /** Whether anything but space and comments stands behind a token. */
    private static boolean hasMore(SourceText source, Token last) {
        String text = source.text();
        int i = text.offsetByCodePoints(source.lineStart(last.endLine()), last.endColumn());
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '#') {
                int end = text.indexOf('\n', i);
                i = end < 0 ? text.length() : end;
            } else if (c == ' ' || c == '\t' || c == '\n' || c == '\f') {
                i++;
            } else {
                return true;
            }
        }
        return false;
    }
}
