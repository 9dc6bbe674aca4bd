package org.pyvm.plugins.beginend;

import java.util.List;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.SourceText;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenStream;
import org.pyvm.tokenizer.Tokenizer;

/** Starts a {@link BeginEndScanner} on each source. */
final class BeginEndTokenizer implements Tokenizer {
    @Override
    public TokenStream tokenize(SourceText source, CompilationContext context) {
        List<Token> tokens = new BeginEndScanner(source.text(), context.fileName()).scan();
        int[] next = {0};
        return () -> tokens.get(Math.min(next[0]++, tokens.size() - 1));
    }
}
