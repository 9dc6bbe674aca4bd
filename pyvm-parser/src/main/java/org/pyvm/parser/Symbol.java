package org.pyvm.parser;

import org.pyvm.tokenizer.TokenKind;

/**
 * What a node of a parse tree is: a rule of the grammar or a kind of token. A grammar has one object for each, which
 * grammars derived from it share. Immutable.
 */
public final class Symbol {
    /** The index of a grammar's first rule; below are the kinds of tokens. CPython's numbers are split at the same place. */
    public static final int FIRST_RULE = 256;

    private final String name;
    private final int index;
    private final int number36;
    private final TokenKind tokenKind;

    private Symbol(String name, int index, int number36, TokenKind tokenKind) {
        this.name = name;
        this.index = index;
        this.number36 = number36;
        this.tokenKind = tokenKind;
    }

    /** Makes the symbol of a rule; for makers of grammars. */
    public static Symbol rule(String name, int index, int number36) {
        return new Symbol(name, index, number36, null);
    }

    /** Makes the symbol of a kind of token; for makers of grammars. */
    public static Symbol terminal(TokenKind kind) {
        return new Symbol(kind.name(), kind.index(), kind.number36(), kind);
    }

    /** The rule's name, or the token kind's. */
    public String name() {
        return name;
    }

    /** A small number, different for each symbol of a grammar: fit for tables. */
    public int index() {
        return index;
    }

    /** The number of CPython 3.6's {@code symbol} or {@code token} module, or -1 for what is younger. */
    public int number36() {
        return number36;
    }

    public boolean isTerminal() {
        return tokenKind != null;
    }

    /** The kind of token, or null for a rule. */
    public TokenKind tokenKind() {
        return tokenKind;
    }

    @Override
    public String toString() {
        return name;
    }
}
