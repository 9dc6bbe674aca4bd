package org.pyvm.plugins.sexpr;

import com.google.auto.service.AutoService;
import org.pyvm.parser.Grammar;
import org.pyvm.parser.GrammarParser;
import org.pyvm.runtime.PyvmPlugin;

/**
 * Python written in S-expressions, {@code (def double (x) (return (* x 2)))}: another tokenizer, a grammar of five lines, and a
 * reader that makes Python's syntax trees of what they find. All later stages stay as they are.
 */
@AutoService(PyvmPlugin.class)
public final class SexprPlugin extends PyvmPlugin {
    @Override
    protected void contribute() {
        tokenizer((source, context) -> new SexprScanner(source, context).all());
        parser(new GrammarParser(Grammar.of("""
            file_input: form* ENDMARKER
            single_input: form* ENDMARKER
            eval_input: form* ENDMARKER
            func_type_input: form* ENDMARKER
            form?: NAME | NUMBER | STRING | list | vector | map
            list: '(' form* ')'
            vector: '[' form* ']'
            map: '{' form* '}'
            """)));
        astBuilder((tree, source, context) -> new SexprReader(source, context).module(tree));
    }
}
