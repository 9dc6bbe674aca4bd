package org.pyvm.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.pyvm.eval.Frame;
import org.pyvm.eval.Instrument;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.runtime.Pyvm;

/**
 * What one round of a loop costs under each strategy, by what the loop does, and what one instruction of it costs (the
 * secondary result {@code instructions}); {@link DispatchTwins} does the same in Java, {@link LoopFacts} tells what HotSpot makes of
 * the loops.
 */
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

    private static final String[] MIXES = {
        "arithmetic", "local_variables", "attributes", "calls", "exceptions", "generators"
    };
    /** Calls of each mix before the first measurement. */
    private static final int POLLUTION = 30;

    private static final int CALLS_OF_FACTS = 300;

    private Pyvm pyvm;
    private PyObject function;
    private long instructionsPerCall;

    /** The time is divided by these too: nanoseconds per instruction. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Executed {
        public long instructions;
    }

    /**
     * All mixes run first, so that the loop's profiles are those of a program: a loop that has seen one mix only is compiled for
     * that, and twice as fast as it will ever be again.
     */
    @Setup
    public void load() {
        instructionsPerCall = count(mix);
        pyvm = Pyvm.builder().strategy(strategy).build();
        pyvm.exec(PROGRAM);
        for (int i = 0; i < POLLUTION; i++) {
            for (String other : MIXES) {
                pyvm.call(pyvm.object(other), ROUNDS);
            }
        }
        function = pyvm.object(mix);
    }

    /** Runs all mixes under a strategy, some hundred times. */
    static void runAll(String strategy) {
        LoopFacts.run(strategy, PROGRAM, MIXES, CALLS_OF_FACTS, ROUNDS);
    }

    /** Instructions that one call of a mix runs, in the wordcode as it is. */
    private static long count(String mix) {
        long[] counted = new long[1];
        try (Pyvm counting = Pyvm.builder().strategy("switch").build()) {
            counting.exec(PROGRAM);
            counting.install(new Instrument() {
                @Override
                public void before(ThreadState thread, Frame frame, int pc, int opcode, int argument) {
                    counted[0]++;
                }
            });
            counting.call(counting.object(mix), ROUNDS);
        }
        return counted[0];
    }

    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public Object round(Executed executed) {
        executed.instructions += instructionsPerCall;
        return pyvm.call(function, ROUNDS);
    }

    @TearDown
    public void close() {
        pyvm.close();
    }
}
