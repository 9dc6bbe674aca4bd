package org.pyvm.ast.internal;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.ast.Alias;
import org.pyvm.ast.Stmt;
import org.pyvm.parser.ParseTree;
import org.pyvm.tokenizer.TokenKind;

/** The two forms of {@code import}. */
final class Imports {
    private Imports() {}

    static Stmt importName(ParseTree tree, TreeLowering lower) {
        return new Stmt.Import(aliases(tree.child(1), "dotted_as_names", lower), lower.range(tree));
    }

    static Stmt importFrom(ParseTree tree, TreeLowering lower) {
        int level = 0;
        int at = 1;
        while (tree.child(at).isToken(TokenKind.DOT) || tree.child(at).isToken(TokenKind.ELLIPSIS)) {
            level += tree.child(at++).token().text().length();
        }
        String module = null;
        if (!tree.child(at).isToken("import")) {
            module = dottedName(tree.child(at++), lower);
        }
        ParseTree names = tree.child(++at);
        if (names.isToken(TokenKind.STAR)) {
            return new Stmt.ImportFrom(
                    module, List.of(new Alias("*", null, lower.range(names))), level, lower.range(tree));
        }
        if (names.isToken(TokenKind.LPAR)) {
            names = tree.child(at + 1);
        }
        return new Stmt.ImportFrom(module, aliases(names, "import_as_names", lower), level, lower.range(tree));
    }

    /** @param several the rule of a node with more than one alias */
    private static List<Alias> aliases(ParseTree tree, String several, TreeLowering lower) {
        if (!tree.isRule(several)) {
            return List.of(alias(tree, lower));
        }
        List<Alias> aliases = new ArrayList<>(tree.childCount() / 2 + 1);
        for (int i = 0; i < tree.childCount(); i += 2) {
            aliases.add(alias(tree.child(i), lower));
        }
        return List.copyOf(aliases);
    }

    private static Alias alias(ParseTree tree, TreeLowering lower) {
        int count = tree.childCount();
        boolean renamed = count == 3 && tree.child(1).isToken("as");
        return new Alias(
                renamed ? dottedName(tree.child(0), lower) : dottedName(tree, lower),
                renamed ? lower.identifier(tree.child(2)) : null,
                lower.range(tree));
    }

    /** The name in a tree of NAMEs and dots. */
    private static String dottedName(ParseTree tree, TreeLowering lower) {
        ParseTree node = tree;
        while (!node.isTerminal() && node.childCount() == 1) {
            node = node.child(0);
        }
        if (node.isTerminal()) {
            return lower.identifier(node);
        }
        var name = new StringBuilder();
        for (int i = 0; i < node.childCount(); i += 2) {
            if (i > 0) {
                name.append('.');
            }
            name.append(lower.identifier(node.child(i)));
        }
        return name.toString();
    }
}
