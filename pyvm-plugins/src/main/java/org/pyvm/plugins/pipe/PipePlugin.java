package org.pyvm.plugins.pipe;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.pyvm.ast.Expr;
import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.tokenizer.SourceRange;

/** {@code x |> f} calls {@code f(x)}, and {@code x |> f(y)} calls {@code f(x, y)}: the value on the left goes first. */
@AutoService(PyvmPlugin.class)
public final class PipePlugin extends PyvmPlugin {
    @Override
    protected void contribute() {
        infixLooserThan("|", "PIPE", "|>", (value, function, range, lower) -> call(value, function, range));
    }

    private static Expr call(Expr value, Expr function, SourceRange range) {
        if (!(function instanceof Expr.Call call)) {
            return new Expr.Call(function, List.of(value), List.of(), range);
        }
        List<Expr> args = new ArrayList<>(List.of(value));
        args.addAll(call.args());
        return new Expr.Call(call.func(), args, call.keywords(), range);
    }
}
