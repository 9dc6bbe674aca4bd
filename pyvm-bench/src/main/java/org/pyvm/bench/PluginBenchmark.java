package org.pyvm.bench;

import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.pyvm.objects.PyObject;
import org.pyvm.runtime.Pyvm;

/**
 * What plugins cost programs that do not use them: parsing, and running a loop. {@code plugins.py} compares a class path with
 * plugins to one without, and all that add syntax on with none. Many short iterations: it takes the fastest of each fork.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 100, time = 80, timeUnit = TimeUnit.MILLISECONDS)
public class PluginBenchmark {
    private static final String PROGRAM = """
        import argparse
        with open(argparse.__file__, encoding="utf-8") as file:
            SOURCE = file.read()

        def parse():
            return compile(SOURCE, "argparse.py", "exec", 0x400)

        def loop():
            x = 1
            for i in range(10_000):
                x = (x * 3 + i) & 1023
            return x
        """;

    /** Names of the plugins that are on, each behind a plus: {@code +pipe+units}; JMH has commas for itself. */
    @Param("")
    public String on;

    private Pyvm pyvm;
    private PyObject parse;
    private PyObject loop;

    /** Starts an interpreter; with no plugins on, those of the class path are there and inactive. */
    @Setup
    public void load() {
        Pyvm.Builder builder = Pyvm.builder().strategy("switch");
        Pattern.compile("\\+").splitAsStream(on).filter(name -> !name.isEmpty()).forEach(builder::plugin);
        pyvm = builder.build();
        pyvm.exec(PROGRAM);
        parse = pyvm.object("parse");
        loop = pyvm.object("loop");
    }

    @TearDown
    public void close() {
        pyvm.close();
    }

    /** The syntax tree of {@code argparse}: 2,600 lines. */
    @Benchmark
    public Object parse() {
        return pyvm.call(parse);
    }

    /** 10,000 rounds under {@code switch}. */
    @Benchmark
    public Object loop() {
        return pyvm.call(loop);
    }
}
