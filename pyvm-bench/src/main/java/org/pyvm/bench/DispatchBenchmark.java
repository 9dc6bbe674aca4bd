package org.pyvm.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.pyvm.objects.PyObject;
import org.pyvm.runtime.Pyvm;

/** What one round of a loop costs under each strategy, by what the loop does; {@link DispatchTwins} does the same in Java. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class DispatchBenchmark {
    static final int ROUNDS = 10_000;

    private static final String PROGRAM = """
        def arithmetic(n):
            x = 1
            for i in range(n):
                x = (x * 3 + i) & 1023
            return x

        def local_variables(n):
            a = b = c = 0
            for i in range(n):
                a = b
                b = c
                c = i
            return a

        class Point:
            def __init__(self):
                self.x = 1
                self.y = 2
            def moved(self, by):
                return self.x + by

        def attributes(n):
            p = Point()
            for i in range(n):
                p.x = p.y
            return p.x

        def called(i):
            return i

        def calls(n):
            p = Point()
            for i in range(n):
                called(i)
            return p.moved(n)

        def exceptions(n):
            caught = 0
            for i in range(n):
                try:
                    raise ValueError
                except ValueError:
                    caught += 1
            return caught

        def counted(n):
            for i in range(n):
                yield i

        def generators(n):
            last = 0
            for i in counted(n):
                last = i
            return last
        """;

    @Param({"switch", "table", "adaptive", "closure", "jit", "tiered"})
    public String strategy;

    @Param({"arithmetic", "local_variables", "attributes", "calls", "exceptions", "generators"})
    public String mix;

    private Pyvm pyvm;
    private PyObject function;

    @Setup
    public void load() {
        pyvm = Pyvm.builder().strategy(strategy).build();
        pyvm.exec(PROGRAM);
        function = pyvm.object(mix);
    }

    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public Object round() {
        return pyvm.call(function, ROUNDS);
    }

    @TearDown
    public void close() {
        pyvm.close();
    }
}
