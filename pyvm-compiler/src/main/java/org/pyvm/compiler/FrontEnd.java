package org.pyvm.compiler;

import java.util.List;
import org.pyvm.ast.AstBuilder;
import org.pyvm.ast.LiteralCheckingParser;
import org.pyvm.ast.Mod;
import org.pyvm.ast.ParseTreeAstBuilder;
import org.pyvm.ast.UnicodeNames;
import org.pyvm.parser.GrammarParser;
import org.pyvm.parser.Parser;
import org.pyvm.symtable.SymbolTableBuilder;
import org.pyvm.symtable.TwoPassSymbolTableBuilder;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.PythonTokenizer;
import org.pyvm.tokenizer.SourceDecoding;
import org.pyvm.tokenizer.SourceText;
import org.pyvm.tokenizer.Tokenizer;

/** The five stages from source to code, put together. Immutable; serves all compilations of an interpreter. */
public record FrontEnd(
        Tokenizer tokenizer, Parser parser, AstBuilder astBuilder, SymbolTableBuilder symbolTables, Compiler compiler) {
    /** Python's own stages. */
    public static FrontEnd python() {
        return python(CfgCompiler.PEEPHOLE);
    }

    /** Python's own stages. @param passes over control flow graphs */
    public static FrontEnd python(List<CfgPass> passes) {
        Tokenizer tokenizer = new PythonTokenizer();
        Parser parser = new LiteralCheckingParser(tokenizer, new GrammarParser(), new UnicodeNames());
        return new FrontEnd(
                tokenizer,
                parser,
                new ParseTreeAstBuilder(tokenizer, parser),
                new TwoPassSymbolTableBuilder(),
                new CfgCompiler(CodeHandlers.NONE, passes, InstructionSet.python(), CfgObserver.NONE));
    }

    /** Compiles the bytes of a module, in the encoding that they declare. */
    public CodeObject compile(byte[] source, CompilationContext context) {
        return compile(SourceDecoding.ofBytes(source, context), context);
    }

    /** Compiles text whose line ends may be of any kind. */
    public CodeObject compile(String source, CompilationContext context) {
        return compile(SourceDecoding.ofString(source, context), context);
    }

    /** Compiles source text. */
    public CodeObject compile(SourceText source, CompilationContext context) {
        return compile(parse(source, context), context);
    }

    /** The syntax tree of a source. */
    public Mod parse(SourceText source, CompilationContext context) {
        return astBuilder.build(parser.parse(source, tokenizer.tokenize(source, context), context), source, context);
    }

    /** Compiles a syntax tree. */
    public CodeObject compile(Mod module, CompilationContext context) {
        return compiler.compile(module, symbolTables.build(module, context), context);
    }
}
