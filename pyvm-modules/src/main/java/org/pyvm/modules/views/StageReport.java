package org.pyvm.modules.views;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.pyvm.compiler.CfgCompiler;
import org.pyvm.compiler.CfgObserver;
import org.pyvm.compiler.CodeObject;
import org.pyvm.compiler.Compiler;
import org.pyvm.compiler.FrontEnds;
import org.pyvm.compiler.FrontEnds.Selection;
import org.pyvm.parser.ParseTree;
import org.pyvm.symtable.Scope;
import org.pyvm.symtable.SymbolTable;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.SourceText;
import org.pyvm.tokenizer.TokenKind;
import org.pyvm.tokenizer.TokenStream;

/**
 * {@code -X stages}: the stages that a program goes through, in order, each with its time and what came out of it (chapters
 * 1 and 2 of the book). Stages of compilation are run one by one, each on what the one before gave.
 */
public final class StageReport {
    private final LongSupplier clock;
    private final Consumer<String> out;

    /** @param clock nanoseconds @param out is given lines */
    public StageReport(LongSupplier clock, Consumer<String> out) {
        this.clock = clock;
        this.out = out;
        out.accept("stage time:      [us] | stage\n");
    }

    /** Nanoseconds, to be handed to {@link #ended}. */
    public long begin() {
        return clock.getAsLong();
    }

    /** A stage that began at a time has ended. @param result what came out, or empty */
    public void ended(String stage, long begun, String result) {
        line(stage, clock.getAsLong() - begun, result);
    }

    private void line(String stage, long nanos, String result) {
        out.accept(
                String.format("stage time: %9d | %s%s%n", nanos / 1000, stage, result.isEmpty() ? "" : ": " + result));
    }

    private <T> T timed(String stage, Function<T, String> result, Supplier<T> work) {
        long begun = clock.getAsLong();
        T value = work.get();
        ended(stage, begun, result.apply(value));
        return value;
    }

    /** Compiles a module, telling of each stage. */
    public CodeObject compile(FrontEnds frontEnds, SourceText source, CompilationContext context) {
        long begun = clock.getAsLong();
        Selection selected = frontEnds.select(source, context);
        var stages = selected.frontEnd();
        SourceText text = selected.source();
        CompilationContext chosen = selected.context();
        timed(
                "  tokens",
                count -> count + " tokens",
                () -> count(stages.tokenizer().tokenize(text, chosen)));
        ParseTree tree = timed(
                "  tree",
                node -> node.symbol().name(),
                () -> stages.parser().parse(text, stages.tokenizer().tokenize(text, chosen), chosen));
        timed(
                "  ast",
                node -> node.getClass().getSimpleName(),
                () -> stages.astBuilder().build(tree, text, chosen));
        // With the statements of the header, if there is one.
        var module = frontEnds.parse(selected);
        SymbolTable symbols = timed(
                "  symtable",
                table -> scopes(table.top()) + " scopes",
                () -> stages.symbolTables().build(module, chosen));
        CodeObject code = assemble(stages.compiler(), compiler -> compiler.compile(module, symbols, chosen));
        ended("compile", begun, "");
        return code;
    }

    private static int count(TokenStream tokens) {
        int count = 1;
        while (tokens.next().kind() != TokenKind.ENDMARKER) {
            count++;
        }
        return count;
    }

    private static int scopes(Scope scope) {
        return 1 + scope.children().stream().mapToInt(StageReport::scopes).sum();
    }

    private CodeObject assemble(Compiler compiler, Function<Compiler, CodeObject> work) {
        if (!(compiler instanceof CfgCompiler cfg)) {
            return timed("  code", code -> codes(code) + " code objects", () -> work.apply(compiler));
        }
        PassTimes times = new PassTimes();
        CodeObject code = work.apply(cfg.observedBy(times));
        times.last = clock.getAsLong() - times.last;
        line("  cfg", times.codegen, times.graphs + " graphs");
        line("  peephole", times.passes, String.join(", ", times.names));
        line("  code", times.last, codes(code) + " code objects");
        return code;
    }

    private static int codes(CodeObject code) {
        int count = 1;
        for (Object constant : code.constants()) {
            count += constant instanceof CodeObject nested ? codes(nested) : 0;
        }
        return count;
    }

    /** Adds up what lies between the graphs' appearances: making one, and each pass over it. */
    private final class PassTimes implements CfgObserver {
        private final Set<String> names = new LinkedHashSet<>();
        private final List<Object> seen = new ArrayList<>();
        private long last = clock.getAsLong();
        private long codegen;
        private long passes;
        private int graphs;

        @Override
        public void see(String stage, org.pyvm.compiler.ControlFlowGraph graph) {
            long now = clock.getAsLong();
            if (!seen.contains(graph)) {
                seen.add(graph);
                graphs++;
                codegen += now - last;
            } else {
                names.add(stage);
                passes += now - last;
            }
            last = now;
        }
    }
}
