package org.pyvm.plugins.pipe;

import static org.pyvm.compiler.Opcodes.ROT_TWO;

import com.google.auto.service.AutoService;
import java.util.List;
import org.pyvm.ast.Expr;
import org.pyvm.ast.NodeType;
import org.pyvm.ast.PluginExpr;
import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.tokenizer.SourceRange;

/** {@code x |> f} calls {@code f(x)}, and {@code x |> f(y)} calls {@code f(x, y)}; {@code x} is evaluated first. */
@AutoService(PyvmPlugin.class)
public final class PipePlugin extends PyvmPlugin {
    @Override
    protected void contribute() {
        infixLooserThan("|", "PIPE", "|>", (value, right, range, lower) -> pipe(value, right, range));
        node(
                Pipe.class,
                Pipe.TYPE,
                (pipe, names) -> names.visitAll(List.of(pipe.value(), pipe.call())),
                (pipe, out) -> {
                    Expr.Call call = pipe.call();
                    out.expression(pipe.value());
                    out.expression(call.func());
                    out.emit(ROT_TWO);
                    out.call(1, call.args(), call.keywords());
                },
                "{value} |> {call}");
    }

    record Pipe(Expr value, Expr.Call call, SourceRange range) implements PluginExpr {
        static final NodeType TYPE = NodeType.plugin(Pipe.class, "expr value, expr call");

        @Override
        public NodeType nodeType() {
            return TYPE;
        }
    }

    /** A call in brackets ends before they do: its result is what is called. */
    private static Expr pipe(Expr value, Expr right, SourceRange range) {
        boolean takesValue = right instanceof Expr.Call && right.range().endsWith(range);
        return new Pipe(
                value,
                takesValue ? (Expr.Call) right : new Expr.Call(right, List.of(), List.of(), right.range()),
                range);
    }
}
