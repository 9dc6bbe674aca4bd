package org.pyvm.plugins.exceptlist;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.runtime.PyvmPlugin;

/** {@code except A, B:} without parentheses, after PEP 758. With {@code as} the parentheses must stay. */
@AutoService(PyvmPlugin.class)
public final class ExceptListPlugin extends PyvmPlugin {
    @Override
    protected void contribute() {
        grammar("""
            except_clause: 'except' except_types | ...
            except_star_clause: 'except' '*' except_types | ...
            except_types: test (',' test)+ [',']
            """);
        lowering("except_types", (tree, lower) -> {
            List<Expr> types = new ArrayList<>();
            for (int i = 0; i < tree.childCount(); i += 2) {
                types.add(lower.expression(tree.child(i)));
            }
            return new Expr.Tuple(List.copyOf(types), ExprContext.LOAD, lower.range(tree));
        });
    }
}
