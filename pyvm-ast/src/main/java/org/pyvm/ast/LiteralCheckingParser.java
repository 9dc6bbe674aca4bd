package org.pyvm.ast;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.ast.internal.Literals;
import org.pyvm.ast.internal.TreeLowering;
import org.pyvm.ast.internal.WatchedTokens;
import org.pyvm.parser.ParseTree;
import org.pyvm.parser.Parser;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceText;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenStream;
import org.pyvm.tokenizer.Tokenizer;

/**
 * A parser for which an error in a string literal goes before its own behind it. CPython decodes strings while it parses,
 * so of {@code f"{"a"}"} it says what is wrong with the f-string, not that a name is out of place. Costs nothing as long as
 * there is no error.
 */
public final class LiteralCheckingParser implements Parser {
    private final Parser parser;
    private final Literals literals;

    /** Checks the literals after {@code parser} has failed. */
    public LiteralCheckingParser(Tokenizer tokenizer, Parser parser, CharacterNames names) {
        this.parser = parser;
        this.literals = new Literals(tokenizer, this, names);
    }

    @Override
    public ParseTree parse(SourceText source, TokenStream tokens, CompilationContext context) {
        var watched = new WatchedTokens(tokens);
        try {
            return parser.parse(source, watched, context);
        } catch (CompileException e) {
            checkStrings(source, watched.count(), context);
            if (!watched.hasThrown(e)) {
                checkStrings(source, watched.count(), context); // CPython parses again for the words, and warns again
            }
            throw e;
        }
    }

    /** Decodes the strings among the first tokens of a source. */
    private void checkStrings(SourceText source, int count, CompilationContext context) {
        TokenStream tokens = literals.tokenizer().tokenize(source, context);
        List<Token> taken = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            taken.add(tokens.next());
        }
        try {
            new TreeLowering(taken, source, context, literals).checkStrings();
        } catch (CompileException e) {
            // What the tokenizer finds goes before all others, wherever it is.
            CompileException ahead = tokens.errorAhead(e.range().line());
            throw ahead != null ? ahead : e;
        }
    }
}
