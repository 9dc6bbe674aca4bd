package org.pyvm.parser.internal.check;

import org.pyvm.parser.ParseTree;
import org.pyvm.tokenizer.TokenKind;

/** What may be assigned to, annotated or deleted. */
public final class TargetCheck {
    private TargetCheck() {}

    /** {@code expr_stmt}: plain, annotated and augmented assignment. */
    public static ParseTree assignment(ParseTree node) {
        if (node.childCount() < 2) {
            return null;
        }
        ParseTree second = node.child(1);
        if (second.isRule("annassign")) {
            return isSingle(node.child(0)) ? null : second;
        }
        if (!second.isToken("=")) {
            return second.isToken(TokenKind.TYPE_COMMENT) || isSingle(node.child(0)) ? null : second;
        }
        for (int i = 1; i < node.childCount() && node.child(i).isToken("="); i += 2) {
            if (!isTarget(node.child(i - 1), true)) {
                return node.child(i);
            }
        }
        ParseTree last = node.child(node.childCount() - 1);
        // A type comment belongs to an assignment only; as the grammar has it, it may follow any expression.
        return last.isToken(TokenKind.TYPE_COMMENT) && !node.child(1).isToken("=") ? last : null;
    }

    /** {@code for_stmt} and {@code comp_for}: what stands between {@code for} and {@code in}. */
    public static ParseTree loop(ParseTree node) {
        int target = node.child(0).isToken("async") ? 2 : 1;
        return isTarget(node.child(target), true) ? null : node.child(target + 1);
    }

    public static ParseTree deletion(ParseTree node) {
        return isTarget(node.child(1), false) ? null : node.child(1);
    }

    /** {@code with_item}. */
    public static ParseTree withItem(ParseTree node) {
        return node.childCount() < 3 || isTarget(node.child(2), true) ? null : node.child(2);
    }

    /** {@code eval_input}: the grammar has stars in every {@code testlist}. */
    public static ParseTree noStar(ParseTree node) {
        ParseTree list = NodeCheck.core(node.child(0));
        if (list.isRule("star_expr")) {
            return list;
        }
        for (int i = 0; list.isRule("testlist") && i < list.childCount(); i++) {
            ParseTree item = NodeCheck.core(list.child(i));
            if (item.isRule("star_expr")) {
                return item;
            }
        }
        return null;
    }

    /** {@code atom}: a lone starred expression needs a comma to be in parentheses. */
    public static ParseTree group(ParseTree node) {
        if (node.childCount() != 3 || !node.child(0).isToken("(")) {
            return null;
        }
        return NodeCheck.core(node.child(1)).isRule("star_expr") ? node.child(1) : null;
    }

    /** Whether it is a name, an attribute or an item, in parentheses or not. */
    private static boolean isSingle(ParseTree tree) {
        ParseTree core = NodeCheck.core(tree);
        while (core.isRule("atom") && core.childCount() == 3 && core.child(0).isToken("(")) {
            core = NodeCheck.core(core.child(1));
        }
        return NodeCheck.isName(core) || isAttributeOrItem(core);
    }

    private static boolean isAttributeOrItem(ParseTree core) {
        if (!core.isRule("atom_expr") || core.child(0).isToken("await")) {
            return false;
        }
        ParseTree last = core.child(core.childCount() - 1);
        return last.isRule("trailer") && !last.child(0).isToken("(");
    }

    /** @param star whether starred targets are allowed among several */
    private static boolean isTarget(ParseTree tree, boolean star) {
        ParseTree core = NodeCheck.core(tree);
        if (NodeCheck.isName(core) || isAttributeOrItem(core)) {
            return true;
        }
        if (core.isRule("star_expr")) {
            ParseTree inner = NodeCheck.core(core.child(1));
            return star && isTarget(inner, true);
        }
        if (core.isRule("atom")) {
            return isBracketedTarget(core, star);
        }
        if (core.isRule("testlist_star_expr") || core.isRule("exprlist") || core.isRule("testlist_comp")) {
            for (int i = 0; i < core.childCount(); i += 2) {
                if (!isTarget(core.child(i), star)) {
                    return false;
                }
            }
            return !core.child(1).isRule("comp_for");
        }
        return false;
    }

    private static boolean isBracketedTarget(ParseTree atom, boolean star) {
        if (!atom.child(0).isToken("(") && !atom.child(0).isToken("[")) {
            return false;
        }
        return atom.childCount() == 2 || isTarget(atom.child(1), star);
    }
}
