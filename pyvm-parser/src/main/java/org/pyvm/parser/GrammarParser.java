package org.pyvm.parser;

import org.pyvm.parser.internal.PythonParse;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.SourceText;
import org.pyvm.tokenizer.TokenStream;

/** Parses by a {@link Grammar}, in time linear in the input and without recursion. Looks at tokens' kinds and texts only. */
public final class GrammarParser implements Parser {
    private final Grammar grammar;
    private final PythonParse parse;

    /** Makes short trees of Python's grammar. */
    public GrammarParser() {
        this(Grammar.python());
    }

    /** Makes short trees: see {@link ParseTree}. */
    public GrammarParser(Grammar grammar) {
        this(grammar, false);
    }

    /** @param full whether each rule gets a node, also one over a single other */
    public GrammarParser(Grammar grammar, boolean full) {
        this.grammar = grammar;
        this.parse = new PythonParse(grammar.tables(), full);
    }

    public Grammar grammar() {
        return grammar;
    }

    @Override
    public ParseTree parse(SourceText source, TokenStream tokens, CompilationContext context) {
        return parse.parse(source, tokens, context);
    }
}
