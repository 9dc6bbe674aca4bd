package org.pyvm.plugins.unless;

import com.google.auto.service.AutoService;
import org.pyvm.ast.Expr.UnaryOp;
import org.pyvm.ast.Stmt.If;
import org.pyvm.ast.UnaryOperator;
import org.pyvm.parser.ParseTree;
import org.pyvm.runtime.PyvmPlugin;

/** {@code unless x: ... [else: ...]} runs its body when {@code x} is false. It lowers to core nodes with its own ranges. */
@AutoService(PyvmPlugin.class)
public final class UnlessPlugin extends PyvmPlugin {
    @Override
    protected void contribute() {
        grammar("""
            compound_stmt: ... | unless_stmt
            unless_stmt: 'unless' namedexpr_test ':' suite ['else' ':' suite]
            """);
        lowering("unless_stmt", (tree, lower) -> {
            ParseTree test = tree.child(1);
            return new If(
                    new UnaryOp(UnaryOperator.NOT, lower.expression(test), lower.range(test)),
                    lower.suite(tree.child(3)),
                    lower.suiteOrEmpty(tree, 6),
                    lower.range(tree));
        });
    }
}
