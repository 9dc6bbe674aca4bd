package org.pyvm.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.pyvm.ast.Expr;
import org.pyvm.ast.Stmt;
import org.pyvm.plugins.noneaware.NoneAwarePlugin;
import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.testkit.PluginProgram;

/** Two plugins that give a meaning to the same rule of Python's. */
class SharedRulesTest {
    /** {@code "text"} as a statement, behind the docstring, prints it. */
    private static final class SayPlugin extends PyvmPlugin {
        @Override
        protected void contribute() {
            lowering("expr_stmt", (tree, lower) -> {
                Stmt made = (Stmt) lower.python(tree);
                if (made instanceof Stmt.ExprStmt statement
                        && statement.value() instanceof Expr.Constant constant
                        && lower.range(tree).line() > 1) {
                    var print = new Expr.Name("print", org.pyvm.ast.ExprContext.LOAD, made.range());
                    return new Stmt.ExprStmt(
                            new Expr.Call(print, java.util.List.of(constant), java.util.List.of(), made.range()),
                            made.range());
                }
                return made;
            });
        }
    }

    @Test
    void eachMeansWhatIsItsOwnInEitherOrder() {
        PluginProgram program = PluginProgram.of("x = None\nx ??= 5\nx ??= 6\n'said'\nprint(x)\n");
        assertEquals(
                "said\n5\n",
                program.with(new NoneAwarePlugin()).with(new SayPlugin()).run());
        assertEquals(
                "said\n5\n",
                program.with(new SayPlugin()).with(new NoneAwarePlugin()).run());
    }
}
