package org.pyvm.tokenizer;

import org.pyvm.tokenizer.internal.OperatorTable;
import org.pyvm.tokenizer.internal.PythonTokenStream;

/**
 * Python 3.11's tokens.
 *
 * <p>What a parser has to know beyond the kinds:
 *
 * <ul>
 *   <li>INDENT, DEDENT, ENDMARKER and the NEWLINE that interactive mode adds at the end have no column in CPython: a
 *       range made of them starts and ends at 0 in a SyntaxError, and an error "at the last token" has their
 *       {@link Token#endColumn()} as its (1-based) offset and -1 as its end.
 *   <li>NEWLINE ends where it starts; behind a comment it starts where the comment does.
 *   <li>{@code <>} is a NOTEQUAL with that text; whether it or {@code !=} is right the parser decides.
 *   <li>{@code $}, {@code ?}, {@code !} and {@code `} are {@link TokenKind#OP}: no rule takes them.
 *   <li>The text of TYPE_COMMENT is what stands behind {@code # type: }, of TYPE_IGNORE what stands behind {@code ignore}.
 * </ul>
 */
public final class PythonTokenizer implements Tokenizer {
    private final OperatorTable operators;
    private final TokenAdditions additions;

    public PythonTokenizer() {
        this(TokenAdditions.NONE);
    }

    /** Knows further tokens. Operators take part in the rule that the longest match wins. */
    public PythonTokenizer(TokenAdditions additions) {
        this.operators = new OperatorTable(additions.operators());
        this.additions = additions;
    }

    @Override
    public TokenStream tokenize(SourceText source, CompilationContext context) {
        return new PythonTokenStream(source, context, operators, additions);
    }
}
