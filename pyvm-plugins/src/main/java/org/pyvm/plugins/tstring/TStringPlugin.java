package org.pyvm.plugins.tstring;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.pyvm.ast.Expr;
import org.pyvm.ast.HelperName;
import org.pyvm.ast.Lowering;
import org.pyvm.ast.SpecialConstant;
import org.pyvm.parser.ParseTree;
import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.tokenizer.CodePoints;
import org.pyvm.tokenizer.SourceRange;

/** Template strings after PEP 750: {@code t"..."} is read as an f-string is, and gives a Template of the parts. */
@AutoService(PyvmPlugin.class)
public final class TStringPlugin extends PyvmPlugin {
    private static final String MODULE = "pyvm_templates";

    @Override
    protected void contribute() {
        stringPrefixes("TSTRING", "t", "T", "rt", "Rt", "rT", "RT", "tr", "tR", "Tr", "TR");
        grammar("""
            atom: ... | template_string
            template_string!: TSTRING+
            """);
        helpers(MODULE);
        lowering("template_string", TStringPlugin::template);
    }

    private static Expr template(ParseTree tree, Lowering lower) {
        List<Expr> parts = new ArrayList<>();
        Expr read = lower.strings(tree, text -> text.replaceFirst("[tT]", "f"));
        for (Expr part : read instanceof Expr.JoinedStr joined ? joined.values() : List.of(read)) {
            parts.add(
                    part instanceof Expr.FormattedValue field ? interpolation(field, lower.range(tree), lower) : part);
        }
        SourceRange range = lower.range(tree);
        return new Expr.Call(new HelperName(MODULE, "Template", range), List.copyOf(parts), List.of(), range);
    }

    private static Expr interpolation(Expr.FormattedValue field, SourceRange range, Lowering lower) {
        int conversion = field.conversion();
        Object name = conversion < 0 ? SpecialConstant.NONE : CodePoints.of(Character.toString(conversion));
        List<Expr> arguments = List.of(
                field.value(),
                new Expr.Constant(CodePoints.of(lower.text(field.value().range())), null, range),
                new Expr.Constant(name, null, range),
                field.formatSpec() == null ? new Expr.Constant(CodePoints.of(""), null, range) : field.formatSpec());
        return new Expr.Call(new HelperName(MODULE, "Interpolation", range), arguments, List.of(), range);
    }
}
