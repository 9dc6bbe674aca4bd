package org.pyvm.plugins.units;

import com.google.auto.service.AutoService;
import java.util.List;
import org.pyvm.ast.Expr;
import org.pyvm.ast.HelperName;
import org.pyvm.ast.Lowering;
import org.pyvm.parser.ParseTree;
import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.tokenizer.CodePoints;
import org.pyvm.tokenizer.SourceRange;

/** {@code 5km} is {@code Quantity(5, "km")} of the module pyvm_units: lengths, masses, times, and what is made of them. */
@AutoService(PyvmPlugin.class)
public final class UnitsPlugin extends PyvmPlugin {
    private static final List<String> UNITS = List.of("m", "km", "cm", "mm", "g", "kg", "s", "ms", "min", "h");

    @Override
    protected void contribute() {
        numberSuffixes("QUANTITY", UNITS.toArray(String[]::new));
        grammar("""
            atom: ... | quantity
            quantity!: QUANTITY
            """);
        helpers("pyvm_units");
        lowering("quantity", UnitsPlugin::quantity);
    }

    private static Expr quantity(ParseTree tree, Lowering lower) {
        String text = tree.firstToken().text();
        // The longest goes first: 0xAm is ten metres, 5km is no 5k.
        int unit = UNITS.stream()
                .filter(text::endsWith)
                .mapToInt(suffix -> text.length() - suffix.length())
                .min()
                .orElseThrow();
        SourceRange range = lower.range(tree);
        return new Expr.Call(
                new HelperName("pyvm_units", "Quantity", range),
                List.of(
                        lower.number(text.substring(0, unit), tree),
                        new Expr.Constant(CodePoints.of(text.substring(unit)), null, range)),
                List.of(),
                range);
    }
}
