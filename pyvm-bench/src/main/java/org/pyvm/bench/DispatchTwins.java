package org.pyvm.bench;

import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the loops of {@link DispatchBenchmark} cost as plain Java: how far there is to go. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DispatchTwins {
    private long x = 1;
    private long y = 2;

    @Benchmark
    @OperationsPerInvocation(DispatchBenchmark.ROUNDS)
    public long arithmetic() {
        long value = 1;
        for (int i = 0; i < DispatchBenchmark.ROUNDS; i++) {
            value = (value * 3 + i) & 1023;
        }
        return value;
    }

    @Benchmark
    @OperationsPerInvocation(DispatchBenchmark.ROUNDS)
    public long attributes() {
        for (int i = 0; i < DispatchBenchmark.ROUNDS; i++) {
            x = y + i;
        }
        return x;
    }

    @Benchmark
    @OperationsPerInvocation(DispatchBenchmark.ROUNDS)
    public long calls() {
        long last = 0;
        for (int i = 0; i < DispatchBenchmark.ROUNDS; i++) {
            last = called(i);
        }
        return last;
    }

    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    private static long called(long i) {
        return i;
    }

    @Benchmark
    @OperationsPerInvocation(DispatchBenchmark.ROUNDS)
    public long exceptions() {
        long caught = 0;
        for (int i = 0; i < DispatchBenchmark.ROUNDS; i++) {
            try {
                fail();
            } catch (IllegalStateException e) {
                caught++;
            }
        }
        return caught;
    }

    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    private static void fail() {
        throw new Stackless();
    }

    private static final class Stackless extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }

    @Benchmark
    @OperationsPerInvocation(DispatchBenchmark.ROUNDS)
    public long generators() {
        long last = 0;
        Iterator<Integer> numbers =
                IntStream.range(0, DispatchBenchmark.ROUNDS).boxed().iterator();
        while (numbers.hasNext()) {
            last = numbers.next();
        }
        return last;
    }
}
