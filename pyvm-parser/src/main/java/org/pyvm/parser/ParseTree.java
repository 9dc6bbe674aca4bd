package org.pyvm.parser;

import org.pyvm.tokenizer.SourceRange;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenKind;

/**
 * A node of the concrete parse tree: a token, or a rule of the grammar with what it matched. Immutable.
 *
 * <p>Unless a full tree was asked for, a node whose only child is itself the node of a rule is left out and the child
 * stands in its place; so is an {@code atom} of one token. The expression {@code x} is then just its NAME, {@code x + y}
 * an {@code arith_expr} of three tokens. A rule that matched a single token keeps its node ({@code pass_stmt}, the
 * {@code comp_op} of {@code a < b}, a {@code tfpdef} without annotation); so do the rules that the grammar marks with
 * {@code !}, and the root.
 */
public final class ParseTree {
    private static final ParseTree[] NONE = {};

    private final Symbol symbol;
    private final Token first;
    private final Token last;
    private final ParseTree[] children;

    private ParseTree(Symbol symbol, Token first, Token last, ParseTree[] children) {
        this.symbol = symbol;
        this.first = first;
        this.last = last;
        this.children = children;
    }

    /** A token's node. */
    public static ParseTree leaf(Symbol symbol, Token token) {
        return new ParseTree(symbol, token, token, NONE);
    }

    /**
     * A rule's node.
     *
     * @param children at least one; not to be changed afterwards
     */
    public static ParseTree node(Symbol symbol, ParseTree[] children) {
        int from = 0;
        int to = children.length - 1;
        while (from < to && children[from].isLayout()) {
            from++;
        }
        while (to > from && children[to].isLayout()) {
            to--;
        }
        return new ParseTree(symbol, children[from].first, children[to].last, children);
    }

    private boolean isLayout() {
        TokenKind kind = symbol.tokenKind();
        return kind == TokenKind.NEWLINE
                || kind == TokenKind.INDENT
                || kind == TokenKind.DEDENT
                || kind == TokenKind.ENDMARKER;
    }

    public Symbol symbol() {
        return symbol;
    }

    public boolean isTerminal() {
        return symbol.isTerminal();
    }

    /** Whether this is the token of that spelling: a keyword or an operator. */
    public boolean isToken(String text) {
        return symbol.isTerminal()
                && symbol.tokenKind() != TokenKind.STRING
                && first.text().equals(text);
    }

    /** Whether this is a token of that kind. */
    public boolean isToken(TokenKind kind) {
        return symbol.tokenKind() == kind;
    }

    /** Whether this is the node of the rule of that name. */
    public boolean isRule(String name) {
        return !symbol.isTerminal() && symbol.name().equals(name);
    }

    /** The token of a terminal; of a rule's node, null. */
    public Token token() {
        return symbol.isTerminal() ? first : null;
    }

    /** The first token in it that is not NEWLINE, INDENT, DEDENT or ENDMARKER; one of those when there is no other. */
    public Token firstToken() {
        return first;
    }

    /** The last token in it that is not NEWLINE, INDENT, DEDENT or ENDMARKER; one of those when there is no other. */
    public Token lastToken() {
        return last;
    }

    public int childCount() {
        return children.length;
    }

    /** The child at an index from 0. */
    public ParseTree child(int index) {
        return children[index];
    }

    /** From {@link #firstToken()} to {@link #lastToken()}, columns in code points. */
    public SourceRange range() {
        return new SourceRange(first.line(), first.column(), last.endLine(), last.endColumn());
    }

    @Override
    public String toString() {
        return TreeDump.byName(this);
    }
}
