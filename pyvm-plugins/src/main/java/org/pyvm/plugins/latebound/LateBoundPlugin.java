package org.pyvm.plugins.latebound;

import com.google.auto.service.AutoService;
import java.util.List;
import org.pyvm.ast.Arg;
import org.pyvm.ast.CmpOperator;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.HelperName;
import org.pyvm.ast.Lowering;
import org.pyvm.ast.ParameterRule.Parameter;
import org.pyvm.parser.ParseTree;
import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.tokenizer.SourceRange;

/**
 * Late-bound defaults after PEP 671: {@code n=>len(x)} is evaluated in the function, from left to right, when the call
 * gives no {@code n}.
 */
@AutoService(PyvmPlugin.class)
public final class LateBoundPlugin extends PyvmPlugin {
    @Override
    protected void contribute() {
        token("LATE", "=>");
        grammar("""
            _typed: late_parameter | ...
            late_parameter: tfpdef '=>' test
            _plain: late_plain_parameter | ...
            late_plain_parameter: vfpdef '=>' test
            """);
        helpers("pyvm_latebound");
        parameterLowering("late_parameter", LateBoundPlugin::parameter);
        parameterLowering("late_plain_parameter", LateBoundPlugin::parameter);
    }

    /** The default is a mark; the function begins with {@code (n := value if n is mark else n)}. */
    private static Parameter parameter(ParseTree tree, Lowering lower) {
        ParseTree definition = tree.child(0);
        String name = lower.identifier(definition);
        SourceRange range = lower.range(tree);
        Expr annotation = definition.childCount() == 3 ? lower.expression(definition.child(2)) : null;
        Expr mark = new HelperName("pyvm_latebound", "LATE", range);
        Expr given = new Expr.Name(name, ExprContext.LOAD, range);
        Expr test = new Expr.Compare(given, List.of(CmpOperator.IS), List.of(mark), range);
        Expr value = new Expr.IfExp(test, lower.expression(tree.child(2)), given, range);
        return new Parameter(
                new Arg(name, annotation, null, lower.range(definition)),
                mark,
                new Expr.NamedExpr(new Expr.Name(name, ExprContext.STORE, range), value, range));
    }
}
