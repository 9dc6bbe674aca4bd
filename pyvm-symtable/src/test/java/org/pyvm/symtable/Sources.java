package org.pyvm.symtable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.pyvm.ast.Mod;
import org.pyvm.ast.ParseTreeAstBuilder;
import org.pyvm.parser.GrammarParser;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.PythonTokenizer;
import org.pyvm.tokenizer.SourceText;

/** Brings source through the stages before this one, and reads the recorded cases. */
final class Sources {
    static final CompilationContext CONTEXT = CompilationContext.of("<test>", CompilationContext.Mode.FILE);
    private static final PythonTokenizer TOKENIZER = new PythonTokenizer();
    private static final GrammarParser PARSER = new GrammarParser();

    private Sources() {}

    static SymbolTable table(String source) {
        return new TwoPassSymbolTableBuilder().build(parse(source), CONTEXT);
    }

    static Mod parse(String source) {
        SourceText text = SourceText.of(source);
        return new ParseTreeAstBuilder(TOKENIZER, PARSER)
                .build(PARSER.parse(text, TOKENIZER.tokenize(text, CONTEXT), CONTEXT), text, CONTEXT);
    }

    static String file(String name) throws IOException {
        try (InputStream in = Sources.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
