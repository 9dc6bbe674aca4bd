package org.pyvm.parser;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.pyvm.parser.internal.Quoting;
import org.pyvm.tokenizer.SourceRange;
import org.pyvm.tokenizer.SourceText;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenKind;

/** Parse trees as text, for people and for tools. Trees may be deep, so nothing here recurs. */
public final class TreeDump {
    /** 3.6's tokens for what are keywords today. */
    private static final int AWAIT_36 = 54;

    private static final int ASYNC_36 = 55;

    private TreeDump() {}

    /** One node a line, indented by depth: a rule's name, or a token's kind and text, and the range. */
    public static String byName(ParseTree tree) {
        var text = new StringBuilder();
        var depth = new int[1];
        walk(
                tree,
                node -> {
                    text.repeat("  ", depth[0]++).append(node.symbol().name());
                    if (node.isTerminal() && !node.token().text().isBlank()) {
                        text.append(' ').append(Quoting.python(node.token().text()));
                    }
                    SourceRange range = node.range();
                    text.append("  ").append(range.line()).append(':').append(range.column());
                    text.append('-').append(range.endLine()).append(':').append(range.endColumn());
                    text.append('\n');
                },
                node -> depth[0]--);
        return text.toString();
    }

    /**
     * Nested lists of CPython 3.6's node numbers, as {@code parser.st2list} gives them and {@code print} shows them. A
     * rule that 3.6 lacks gives way to its only child; with several, its name stands where the number would.
     *
     * @param tree of a full parse
     * @param source 3.6 shows a comment as the text of the NEWLINE behind it
     */
    public static String byNumber36(ParseTree tree, SourceText source) {
        var text = new StringBuilder();
        walk(
                tree,
                node -> {
                    if (isShownIn36(node)) {
                        if (!text.isEmpty()) {
                            text.append(", ");
                        }
                        if (node.isToken(TokenKind.ENDMARKER) && tree.childCount() > 1) {
                            // For 3.6's parser, input that is not empty ends with one more line end.
                            text.append("[4, ''], ");
                        }
                        text.append('[').append(number36(node));
                        if (node.isTerminal()) {
                            text.append(", ").append(Quoting.python(text36(node.token(), source)));
                        }
                    }
                },
                node -> {
                    if (isShownIn36(node)) {
                        text.append(']');
                    }
                });
        return text.toString();
    }

    /** One JSON object: {@code {"rule", "range", "children"}} or {@code {"token", "text", "range"}}. */
    public static String json(ParseTree tree) {
        var text = new StringBuilder();
        walk(
                tree,
                node -> {
                    if (!text.isEmpty() && text.charAt(text.length() - 1) == '}') {
                        text.append(", ");
                    }
                    text.append(node.isTerminal() ? "{\"token\": " : "{\"rule\": ");
                    text.append(Quoting.json(node.symbol().name()));
                    if (node.isTerminal()) {
                        text.append(", \"text\": ")
                                .append(Quoting.json(node.token().text()));
                    }
                    SourceRange range = node.range();
                    text.append(", \"range\": [").append(range.line());
                    text.append(", ").append(range.column());
                    text.append(", ").append(range.endLine());
                    text.append(", ").append(range.endColumn()).append(']');
                    if (!node.isTerminal()) {
                        text.append(", \"children\": [");
                    }
                },
                node -> text.append(node.isTerminal() ? "}" : "]}"));
        return text.toString();
    }

    private static boolean isShownIn36(ParseTree node) {
        return node.symbol().number36() >= 0 || node.isTerminal() || node.childCount() > 1;
    }

    private static String number36(ParseTree node) {
        if (node.isToken(TokenKind.NAME)) {
            if (node.isToken("await")) {
                return String.valueOf(AWAIT_36);
            }
            if (node.isToken("async")) {
                return String.valueOf(ASYNC_36);
            }
        }
        int number = node.symbol().number36();
        return number >= 0
                ? String.valueOf(number)
                : Quoting.python(node.symbol().name());
    }

    private static String text36(Token token, SourceText source) {
        TokenKind kind = token.kind();
        if (kind == TokenKind.NEWLINE) {
            String line = source.line(token.line());
            return line.substring(line.offsetByCodePoints(0, token.column()));
        }
        return kind == TokenKind.INDENT || kind == TokenKind.DEDENT || kind == TokenKind.ENDMARKER ? "" : token.text();
    }

    private static void walk(ParseTree root, Consumer<ParseTree> enter, Consumer<ParseTree> leave) {
        Deque<Visit> open = new ArrayDeque<>();
        enter.accept(root);
        open.push(new Visit(root));
        while (!open.isEmpty()) {
            Visit top = open.peek();
            if (top.next == top.node.childCount()) {
                leave.accept(top.node);
                open.pop();
            } else {
                ParseTree child = top.node.child(top.next++);
                enter.accept(child);
                open.push(new Visit(child));
            }
        }
    }

    /** A node being walked. */
    private static final class Visit {
        final ParseTree node;
        int next;

        Visit(ParseTree node) {
            this.node = node;
        }
    }
}
