package org.pyvm.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pyvm.eval.EvaluationStrategy;
import org.pyvm.eval.Frame;
import org.pyvm.eval.FrameHook;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.runtime.Pyvm;
import org.pyvm.runtime.PyvmPlugin;

/** A hook gets each frame before the strategy, whichever that is: it evaluates some, and passes others on. */
class FrameHookTest {
    /** Evaluates {@code square} in Java, fails {@code wrong}, and notes what comes by of the program's own functions. */
    private static final class Squares implements FrameHook {
        private final List<String> seen = new ArrayList<>();
        private int passedOn;

        @Override
        public PyObject evaluate(ThreadState thread, Frame frame, PyErr thrown, EvaluationStrategy strategy) {
            if (!frame.code().code().fileName().equals("<string>")) {
                return strategy.execute(thread, frame, thrown);
            }
            String name = frame.code().code().name();
            switch (name) {
                case "square" -> {
                    long number = ((PyInt) frame.slots[0]).longValue();
                    return PyInt.of(number * number);
                }
                case "wrong" -> throw PyErr.valueError("not here");
                default -> {
                    passedOn++;
                    PyObject result = strategy.execute(thread, frame, thrown);
                    seen.add(name + (frame.isSuspended() ? " waits" : ""));
                    return name.equals("text") ? PyStr.of(result + "!") : result;
                }
            }
        }
    }

    private static final class HookPlugin extends PyvmPlugin {
        private final String name;
        private final FrameHook hook;

        HookPlugin(String name, FrameHook hook) {
            this.name = name;
            this.hook = hook;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        protected void contribute() {
            frameHook(hook);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"switch", "table", "adaptive", "closure", "jit", "tiered", "chaos"})
    void eachFrameComesToTheHook(String strategy) {
        Squares squares = new Squares();
        try (Pyvm pyvm = Pyvm.builder()
                .strategy(strategy)
                .plugin(new HookPlugin("squares", squares))
                .build()) {
            squares.seen.clear();
            squares.passedOn = 0;
            pyvm.exec("""
                def square(n):
                    return None
                def text():
                    return "hooked"
                def wrong():
                    return None
                def depth(n):
                    return 0 if n == 0 else 1 + depth(n - 1)
                def numbers():
                    yield square(3)
                    yield text()
                def caught():
                    try:
                        wrong()
                    except ValueError as error:
                        return str(error)
                def loop(n):
                    total = 0
                    for i in range(n):
                        total += square(i) + depth(2)
                    return total
                found = [*numbers(), caught(), loop(1000)]
                """);
            assertEquals(List.of(9L, "hooked!", "not here", 332_835_500L), pyvm.get("found"));
        }
        assertEquals(1 + 3 + 1 + 1 + 1 + 3000, squares.passedOn);
        assertEquals(
                List.of("numbers waits", "text", "numbers waits", "numbers", "caught", "depth"),
                squares.seen.subList(0, 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"switch", "tiered"})
    void theFirstPluginIsAskedFirst(String strategy) {
        List<String> order = new ArrayList<>();
        Pyvm.Builder builder = Pyvm.builder().strategy(strategy);
        for (String name : List.of("zeta", "alpha")) {
            builder.plugin(new HookPlugin(name, (thread, frame, thrown, next) -> {
                boolean own = frame.code().code().name().equals("watched");
                if (own) {
                    order.add(name);
                }
                PyObject result = next.execute(thread, frame, thrown);
                if (own) {
                    order.add(name + " after");
                }
                return result;
            }));
        }
        try (Pyvm pyvm = builder.build()) {
            pyvm.exec("def watched():\n    return 1\nwatched()\n");
        }
        assertEquals(List.of("zeta", "alpha", "alpha after", "zeta after"), order);
    }

    @ParameterizedTest
    @ValueSource(strings = {"switch", "tiered"})
    void aHookThatGivesNothingIsASystemError(String strategy) {
        try (Pyvm pyvm = Pyvm.builder()
                .strategy(strategy)
                .plugin(new HookPlugin(
                        "nothing",
                        (thread, frame, thrown, next) ->
                                frame.code().code().name().equals("lost") ? null : next.execute(thread, frame, thrown)))
                .build()) {
            pyvm.exec("""
                def lost():
                    pass
                try:
                    lost()
                except SystemError as error:
                    told = str(error)
                """);
            assertEquals("a frame hook gave no value for lost", pyvm.get("told"));
        }
    }
}
