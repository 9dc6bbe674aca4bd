package org.pyvm.parser.internal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pyvm.parser.ParseTree;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.Mode;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.Token;

/**
 * Finds alternatives that never match because one before them always wins. Whether that is so cannot be decided in
 * general; here the shortest inputs for an alternative are parsed, and if none of them goes its way, it is reported with the
 * first.
 */
public final class ShadowCheck {
    private final ParseTables tables;
    private final Sentences sentences;

    public ShadowCheck(ParseTables tables, Map<String, Rule> rules, TokenNames tokens) {
        this.tables = tables;
        this.sentences = new Sentences(rules, tokens);
    }

    /** The shortest input that shows that an alternative of a rule never matches, or null when it does match. */
    public String witness(String rule, Expansion alternative) {
        List<Token> first = null;
        for (boolean optional : new boolean[] {false, true}) {
            List<Token> input = sentences.tokens(alternative, optional);
            if (input == null || matches(rule, alternative, input)) {
                return null;
            }
            first = first == null ? input : first;
        }
        return first.stream().map(Token::text).collect(Collectors.joining(" ")).strip();
    }

    private boolean matches(String rule, Expansion alternative, List<Token> input) {
        CompilationContext context = CompilationContext.of("<alternative>", Mode.FILE);
        List<Token> rest = new ArrayList<>(input);
        Iterator<Token> next = rest.iterator();
        Token end = input.getLast();
        var tokens = new TokenBuffer(() -> next.hasNext() ? next.next() : end, tables.vocabulary, context);
        var machine = new ParseMachine(
                tables, tokens, new NodeChecks(tables), new DepthLimit(tables), true, context.safepoint());
        try {
            ParseTree tree = machine.parse(tables.rule(rule), 0);
            boolean all = machine.end() >= input.size() - 1;
            return all && (!(alternative instanceof Expansion.Name name) || wentThrough(tree, name.name()));
        } catch (ParseFailure | CompileException e) {
            return false;
        }
    }

    private static boolean wentThrough(ParseTree tree, String rule) {
        return tree.child(0).isTerminal() || tree.child(0).isRule(rule);
    }
}
