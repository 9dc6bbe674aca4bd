package org.pyvm.ast;

import org.pyvm.ast.internal.Literals;
import org.pyvm.ast.internal.TreeLowering;
import org.pyvm.parser.ParseTree;
import org.pyvm.parser.Parser;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.SourceText;
import org.pyvm.tokenizer.Tokenizer;

/** Builds from trees of Python's grammar, short or full, and of grammars derived from it. */
public final class ParseTreeAstBuilder implements AstBuilder {
    private final Literals literals;
    private final Lowerings lowerings;

    /** The tokenizer and the parser read the expressions in f-strings. */
    public ParseTreeAstBuilder(Tokenizer tokenizer, Parser parser) {
        this(tokenizer, parser, Lowerings.NONE, new UnicodeNames());
    }

    public ParseTreeAstBuilder(Tokenizer tokenizer, Parser parser, Lowerings lowerings, CharacterNames names) {
        this.literals = new Literals(tokenizer, parser, names);
        this.lowerings = lowerings;
    }

    @Override
    public Mod build(ParseTree tree, SourceText source, CompilationContext context) {
        return new TreeLowering(tree, source, context, literals, lowerings).module();
    }
}
