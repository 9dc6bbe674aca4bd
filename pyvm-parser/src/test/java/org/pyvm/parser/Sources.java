package org.pyvm.parser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.Mode;
import org.pyvm.tokenizer.CompilationContext.Safepoint;
import org.pyvm.tokenizer.CompilationContext.SourceDecoder;
import org.pyvm.tokenizer.CompilationContext.WarningSink;
import org.pyvm.tokenizer.PythonTokenizer;
import org.pyvm.tokenizer.SourceDecoding;
import org.pyvm.tokenizer.SourceText;

/** Parses sources with Python's tokenizer, and reads the files beside the tests. */
final class Sources {
    private Sources() {}

    static CompilationContext context(Mode mode, int flags) {
        return new CompilationContext(
                "f", mode, 0, Set.of(), Set.of(), flags, WarningSink.NONE, SourceDecoder.NONE, Safepoint.NONE);
    }

    static ParseTree parse(GrammarParser parser, String source) {
        return parse(parser, source, context(Mode.FILE, 0));
    }

    static ParseTree parse(GrammarParser parser, String source, CompilationContext context) {
        SourceText text = SourceDecoding.ofString(source, context);
        return parser.parse(text, new PythonTokenizer().tokenize(text, context), context);
    }

    static String read(String name) throws IOException {
        try (InputStream in = Sources.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
