package org.pyvm.bench;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.pyvm.ast.Mod;
import org.pyvm.compiler.FrontEnd;
import org.pyvm.parser.ParseTree;
import org.pyvm.runtime.Pyvm;
import org.pyvm.symtable.SymbolTable;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.SourceDecoding;
import org.pyvm.tokenizer.SourceText;
import org.pyvm.tokenizer.TokenKind;
import org.pyvm.tokenizer.TokenStream;

/**
 * How fast each stage of the front end is, each by itself on what the one before it gives, in MB of source per second (the
 * secondary result {@code megabytes}). The tokenizer of the parser works on demand: its share is in the parser's figure too.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class StageBenchmark {
    /** A module of the standard library. */
    @Param({"argparse", "typing", "_pydecimal"})
    public String module;

    private final FrontEnd frontEnd = FrontEnd.python();
    private CompilationContext context;
    private SourceText source;
    private ParseTree tree;
    private Mod ast;
    private SymbolTable table;
    private double size;

    /** Adds up to MB per second. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Volume {
        public double megabytes;
    }

    @Setup
    public void load() {
        String text;
        try (Pyvm pyvm = Pyvm.builder().build()) {
            pyvm.exec("import inspect, " + module + "\ntext = inspect.getsource(" + module + ")\n");
            text = (String) pyvm.get("text");
        }
        size = text.getBytes(StandardCharsets.UTF_8).length / 1e6;
        context = CompilationContext.of(module + ".py", CompilationContext.Mode.FILE);
        source = SourceDecoding.ofString(text, context);
        tree = parser();
        ast = frontEnd.parse(source, context);
        table = frontEnd.symbolTables().build(ast, context);
    }

    private ParseTree parser() {
        return frontEnd.parser().parse(source, frontEnd.tokenizer().tokenize(source, context), context);
    }

    @Benchmark
    public int tokenizer(Volume volume) {
        volume.megabytes += size;
        TokenStream tokens = frontEnd.tokenizer().tokenize(source, context);
        int count = 1;
        while (tokens.next().kind() != TokenKind.ENDMARKER) {
            count++;
        }
        return count;
    }

    @Benchmark
    public Object parser(Volume volume) {
        volume.megabytes += size;
        return parser();
    }

    @Benchmark
    public Object astBuilder(Volume volume) {
        volume.megabytes += size;
        return frontEnd.astBuilder().build(tree, source, context);
    }

    @Benchmark
    public Object symbolTable(Volume volume) {
        volume.megabytes += size;
        return frontEnd.symbolTables().build(ast, context);
    }

    @Benchmark
    public Object compiler(Volume volume) {
        volume.megabytes += size;
        return frontEnd.compiler().compile(ast, table, context);
    }
}
