package org.pyvm.runtime.internal.assembly;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pyvm.ast.Expr;
import org.pyvm.ast.Lowering;
import org.pyvm.ast.LoweringRule;
import org.pyvm.ast.Node;
import org.pyvm.parser.ParseTree;
import org.pyvm.runtime.InfixMeaning;
import org.pyvm.tokenizer.TokenKind;

/** Groups operands and operators of one level. */
final class InfixLowering implements LoweringRule {
    private final Map<TokenKind, InfixMeaning> meanings = new HashMap<>();
    private final boolean fromRight;

    InfixLowering(List<Contribution.Infix> operators) {
        operators.forEach(infix -> meanings.put(infix.kind(), infix.meaning()));
        fromRight = operators.getFirst().rightAssociative();
    }

    @Override
    public Node lower(ParseTree tree, Lowering lower) {
        int last = tree.childCount() - 1;
        if (fromRight) {
            Expr result = lower.expression(tree.child(last));
            for (int i = last - 2; i >= 0; i -= 2) {
                Expr left = lower.expression(tree.child(i));
                result = apply(tree, i + 1, left, result, lower.range(tree.child(i), tree.child(last)), lower);
            }
            return result;
        }
        Expr result = lower.expression(tree.child(0));
        for (int i = 2; i <= last; i += 2) {
            Expr right = lower.expression(tree.child(i));
            result = apply(tree, i - 1, result, right, lower.range(tree.child(0), tree.child(i)), lower);
        }
        return result;
    }

    private Expr apply(
            ParseTree tree, int operator, Expr left, Expr right, org.pyvm.tokenizer.SourceRange range, Lowering lower) {
        return meanings.get(tree.child(operator).token().kind()).make(left, right, range, lower);
    }
}
