package org.pyvm.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pyvm.objects.PyObject;
import org.pyvm.runtime.Pyvm;
import org.pyvm.runtime.PyvmPlugin;

/**
 * Checks one construct of a plugin in every tool: tokens, tree, {@code ast}, symbol table, code, tracebacks, tracing,
 * pickling, the prompt, every strategy. A test class extends it and says what the construct is; {@code tck.py} has the checks.
 */
public abstract class PluginTck {
    /**
     * A construct.
     *
     * @param setup statements before it, in plain Python
     * @param statement binds {@code result}, by the construct
     * @param result the {@code repr} of that
     * @param failing a statement with the construct that raises an exception
     * @param carets the text under which a traceback of that has its carets
     * @param wrong a statement with the construct that is a SyntaxError
     * @param wrongAt the text at which that is told; empty for the end of a line
     */
    public record Construct(
            String setup,
            String statement,
            String result,
            String failing,
            String carets,
            String wrong,
            String wrongAt) {
        private Map<String, Object> toPython() {
            return Map.of(
                    "setup",
                    setup,
                    "statement",
                    statement,
                    "result",
                    result,
                    "failing",
                    failing,
                    "carets",
                    carets,
                    "wrong",
                    wrong,
                    "wrong_at",
                    wrongAt);
        }
    }

    private static final List<String> STRATEGIES = List.of("switch", "table", "adaptive", "closure", "tiered", "chaos");

    /** A new instance of the plugin. */
    protected abstract PyvmPlugin plugin();

    protected abstract Construct construct();

    @TestFactory
    final Stream<DynamicTest> theConstructIsKnownToEveryTool() {
        return failures(construct(), List.of(plugin())).entrySet().stream()
                .map(check -> DynamicTest.dynamicTest(
                        check.getKey(), () -> assertNull(check.getValue().isEmpty() ? null : check.getValue())));
    }

    @TestFactory
    final Stream<DynamicTest> everyStrategyRunsIt() {
        Construct construct = construct();
        return STRATEGIES.stream()
                .map(strategy -> DynamicTest.dynamicTest(
                        strategy,
                        () -> assertEquals(
                                construct.result() + "\n",
                                PluginProgram.of(construct.setup() + "\n" + construct.statement()
                                                + "\nprint(repr(result))\n")
                                        .with(plugin())
                                        .under(strategy)
                                        .run())));
    }

    /**
     * Runs the checks.
     *
     * @return what is wrong by name of the check, empty when it is passed
     */
    public static Map<String, String> failures(Construct construct, List<PyvmPlugin> plugins) {
        Pyvm.Builder builder = Pyvm.builder();
        plugins.forEach(builder::plugin);
        Map<String, String> found = new LinkedHashMap<>();
        try (Pyvm pyvm = builder.build()) {
            pyvm.set("CONSTRUCT", construct.toPython());
            pyvm.exec(checks());
            PyObject failureOf = pyvm.object("failure_of");
            for (Object check : (List<?>) pyvm.get("CHECKS")) {
                Object failure = pyvm.call(failureOf, check);
                found.put((String) check, failure == null ? "" : (String) failure);
            }
        }
        return found;
    }

    private static String checks() {
        try (InputStream source = PluginTck.class.getResourceAsStream("tck.py")) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
