package org.pyvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pyvm.compiler.Opcodes;
import org.pyvm.eval.Frame;
import org.pyvm.eval.HandOver;
import org.pyvm.eval.Instructions;
import org.pyvm.eval.LoopStrategy;
import org.pyvm.eval.Tracing;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.SystemHost;
import org.pyvm.objects.types.PyInt;
import org.pyvm.runtime.Configuration;
import org.pyvm.runtime.Interpreter;
import org.pyvm.runtime.Lockstep;
import org.pyvm.runtime.MachineParts;
import org.pyvm.runtime.PyvmPlugin;

/** {@code -X eval=lockstep:a,b} has a program's effects once, and finds the first difference of a strategy that is wrong. */
class LockstepTest {
    private static final long STACK_SIZE = 512L << 20;

    private static final String PROGRAM = """
        import random, sys, time
        def collatz(n):
            steps = 0
            while n != 1:
                n = n // 2 if n % 2 == 0 else 3 * n + 1
                steps += 1
            return steps
        class Counter:
            def __init__(self):
                self.seen = {}
            def see(self, key):
                try:
                    self.seen[key] += 1
                except KeyError:
                    self.seen[key] = 1
        counter = Counter()
        for i in range(1, 40):
            counter.see(collatz(i) % 5)
        now, drawn = time.time(), random.random()
        print(sorted(counter.seen.items()), sys.stdin.read(), now == now, 0 <= drawn < 1)
        """;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final SystemHost host = SystemHost.withStreams(
            new ByteArrayInputStream("input".getBytes(StandardCharsets.UTF_8)), printed, printed);

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"switch,closure", "switch,jit", "table,tiered"})
    void aProgramRunsOnceAndTheStrategiesAgree(String pair) {
        int status = new CommandLine(host, new String[] {"-X", "eval=lockstep:" + pair, "-c", PROGRAM}).run();
        assertEquals("[(0, 9), (1, 9), (2, 7), (3, 8), (4, 6)] input True True\n", printed());
        assertEquals(0, status);
    }

    /** When Java's collector runs is no difference between two strategies. */
    @Test
    void weakReferencesDieWhenPythonCodeCollects() throws InterruptedException {
        String program = """
                import gc, weakref
                class Thing:
                    def hello(self):
                        pass
                references, told, dead = [], [], 0
                for i in range(3000):
                    references.append(weakref.ref(Thing(), lambda reference, i=i: told.append(i)))
                    dead += sum(reference() is None for reference in references[-3:])
                things = [Thing() for i in range(20)]
                order = [things.index(method.__self__) for method in {thing.hello for thing in things}]
                gc.collect()
                print(dead, len(told), told == sorted(told))
                """;
        Thread collector = Thread.startVirtualThread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                System.gc();
            }
        });
        try {
            int status = new CommandLine(host, new String[] {"-X", "eval=lockstep:switch,tiered", "-c", program}).run();
            assertEquals("0 3000 True\n", printed());
            assertEquals(0, status);
        } finally {
            collector.interrupt();
            collector.join();
        }
    }

    /** Which thread runs when is the operating system's choice in one interpreter, and the same choice in the other. */
    @ParameterizedTest
    @ValueSource(strings = {"switch,tiered", "table,closure"})
    void threadsRaceForTheSameEnd(String pair) {
        String program = """
                import queue, sys, threading, time
                sys.setswitchinterval(1e-5)
                order = []
                mutex, gate = threading.Lock(), threading.Condition()
                tasks, results = queue.SimpleQueue(), queue.Queue(maxsize=2)
                def race(name):
                    for step in range(200):
                        order.append(name)
                        if step % 3 == 0:
                            order.append(mutex.acquire(blocking=False) and mutex.release())
                        elif step % 50 == 1:
                            with mutex:
                                time.sleep(0.0005)
                        elif step % 50 == 2 and mutex.acquire(timeout=0.0004):
                            mutex.release()
                    tasks.put(name)
                def work():
                    while (name := tasks.get()) is not None:
                        results.put(name)
                    with gate:
                        gate.notify_all()
                threads = [threading.Thread(target=race, args=name) for name in "abcd"]
                threads += [threading.Thread(target=work) for _ in range(2)]
                for thread in threads:
                    thread.start()
                seen = sorted(results.get() for _ in range(4))
                with gate:
                    tasks.put(None)
                    tasks.put(None)
                    gate.wait(5)
                for thread in threads:
                    thread.join()
                # Each place in the order is compared once more, as an argument.
                def compare(place, name):
                    return name
                print(seen, sum(compare(i, name) in seen for i, name in enumerate(order)))
                """;
        int status = new CommandLine(host, new String[] {"-X", "eval=lockstep:" + pair, "-c", program}).run();
        assertEquals("['a', 'b', 'c', 'd'] 800\n", printed());
        assertEquals(0, status);
    }

    @Test
    void theExitStatusIsTheProgramsOwn() {
        assertEquals(
                5,
                new CommandLine(host, new String[] {"-X", "eval=lockstep:switch,jit", "-c", "raise SystemExit(5)"})
                        .run());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"lockstep:switch", "lockstep:switch,", "lockstep:a,b,c"})
    void twoStrategiesMustBeNamed(String strategy) {
        assertEquals(2, new CommandLine(host, new String[] {"-X", "eval=" + strategy, "-c", "pass"}).run());
        assertTrue(printed().contains("lockstep takes two strategies, as in lockstep:switch,jit"), printed());
    }

    /** One more or less in one kind of instruction. */
    private static final class WrongStrategy extends LoopStrategy {
        private final int fault;

        WrongStrategy(int fault) {
            this.fault = fault;
        }

        @Override
        public String name() {
            return "wrong";
        }

        @Override
        protected PyObject loop(ThreadState thread, Frame frame, int start) {
            byte[] words = frame.code().code().code();
            int offset = start;
            int argument = 0;
            while (offset >= 0) {
                if (thread.stepping) {
                    if (thread.isHandOverAsked()) {
                        return HandOver.at(thread, offset);
                    }
                    offset = Tracing.beforeInstruction(thread, frame, offset);
                }
                frame.lastInstruction = offset;
                int opcode = words[offset] & 0xFF;
                argument = argument << 8 | words[offset + 1] & 0xFF;
                offset += 2;
                if (opcode != Opcodes.EXTENDED_ARG) {
                    int next = Instructions.execute(thread, frame, opcode, argument, offset);
                    if (opcode == fault && frame.code().code().name().equals("collatz")) {
                        spoil(frame);
                    }
                    offset = next;
                    argument = 0;
                }
            }
            PyObject value = frame.slots[--frame.stackTop];
            frame.slots[frame.stackTop] = null;
            if (offset == Instructions.LEAVE) {
                frame.finish();
            }
            return value;
        }

        /** 16 becomes 17 when it is on top of the stack. */
        private static void spoil(Frame frame) {
            int top = frame.stackTop - 1;
            if (frame.slots[top] instanceof PyInt value && value.toString().equals("16")) {
                frame.slots[top] = PyInt.of(17);
            }
        }
    }

    private static final class WrongPlugin extends PyvmPlugin {
        private final int fault;

        WrongPlugin(int fault) {
            this.fault = fault;
        }

        @Override
        protected void contribute() {
            strategy(new WrongStrategy(fault));
        }
    }

    private ToIntFunction<Lockstep.Side> withFault(int opcode) {
        return side -> {
            Configuration configuration = new Configuration();
            configuration.home = System.getProperty("pyvm.home", "target/pyvm");
            configuration.lock = side.lock();
            MachineParts parts = MachineParts.with(List.of(new WrongPlugin(opcode)), List.of(), side.strategy());
            Interpreter interpreter = Interpreter.start(configuration, side.host(), side.watched(parts));
            ThreadState thread = interpreter.thread();
            org.pyvm.objects.protocol.Calls.call(
                    thread,
                    org.pyvm.objects.protocol.Attributes.get(thread, interpreter.importModule("builtins"), "exec"),
                    org.pyvm.objects.types.PyStr.of(PROGRAM),
                    interpreter.main());
            return interpreter.finish(0);
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {Opcodes.LOAD_FAST, Opcodes.INPLACE_ADD, Opcodes.BINARY_ADD})
    void aFaultIsFoundWhereItBegins(int opcode) throws InterruptedException {
        int status = Lockstep.run("lockstep:switch,wrong", host, STACK_SIZE, withFault(opcode));
        assertEquals(Lockstep.DIFFERENT, status);
        // The first may have printed already what the second is still to come to.
        String[] lines = printed().substring(printed().indexOf("lockstep: ")).split("\n");
        assertTrue(lines[0].startsWith("lockstep: switch and wrong differ at event "), printed());
        assertTrue(lines[1].startsWith("  both, before: ") && lines[1].contains("collatz"), printed());
        assertTrue(lines[2].startsWith("  switch: ") && lines[3].startsWith("  wrong : "), printed());
        assertTrue(!lines[2].equals(lines[3].replace("wrong :", "switch:")), printed());
    }
}
