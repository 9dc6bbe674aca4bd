package org.pyvm.ast;

import java.util.List;
import org.pyvm.tokenizer.SourceRange;

/**
 * The parameters of a function. {@code kwDefaults} has one item for each keyword-only parameter, null for one without
 * default; {@code defaults} are those of the last positional parameters.
 */
public record Arguments(
        List<Arg> posonlyargs,
        List<Arg> args,
        Arg vararg,
        List<Arg> kwonlyargs,
        List<Expr> kwDefaults,
        Arg kwarg,
        List<Expr> defaults)
        implements Node {
    /** No parameters. */
    public static final Arguments NONE =
            new Arguments(List.of(), List.of(), null, List.of(), List.of(), null, List.of());

    @Override
    public String nodeName() {
        return "arguments";
    }

    @Override
    public SourceRange range() {
        return null;
    }

    @Override
    public List<Object> fields() {
        return Fields.of(posonlyargs, args, vararg, kwonlyargs, kwDefaults, kwarg, defaults);
    }
}
