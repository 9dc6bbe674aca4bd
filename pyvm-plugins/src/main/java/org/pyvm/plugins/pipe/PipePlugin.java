package org.pyvm.plugins.pipe;

import com.google.auto.service.AutoService;
import java.util.List;
import org.pyvm.ast.Expr;
import org.pyvm.ast.NodeFields;
import org.pyvm.ast.PluginExpr;
import org.pyvm.compiler.Opcodes;
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
                (pipe, out) -> {
                    out.expression(pipe.value());
                    out.expression(pipe.call().func());
                    out.emit(Opcodes.ROT_TWO);
                    out.call(1, pipe.call().args(), pipe.call().keywords());
                },
                "{value} |> {call}");
    }

    @NodeFields("expr value, expr call")
    record Pipe(Expr value, Expr.Call call, SourceRange range) implements PluginExpr {}

    /** A call in brackets ends before they do: its result is what is called. */
    private static Expr pipe(Expr value, Expr right, SourceRange range) {
        boolean calls = right instanceof Expr.Call && right.range().endsWith(range);
        Expr.Call call = calls ? (Expr.Call) right : new Expr.Call(right, List.of(), List.of(), right.range());
        return new Pipe(value, call, range);
    }
}
