package org.pyvm.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pyvm.objects.PyObject;
import org.pyvm.runtime.Pyvm;
import org.pyvm.runtime.PyvmPlugin;

/**
 * Checks one construct of a plugin in every tool: tokens, tree, {@code ast}, symbol table, code, tracebacks, tracing,
 * pickling, the prompt, every strategy. A test class extends it and says what the construct is; {@code tck.py} has the checks.
 *
 * <p>A plugin that reads another language than Python with something added says so by {@link #readsPython}, and which checks
 * have no meaning there by {@link #exempt}.
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

    private static final List<String> STRATEGIES =
            List.of("switch", "table", "adaptive", "closure", "jit", "tiered", "chaos");

    /** These write Python around the construct, or read its text, or its tree's, as Python. */
    private static final List<String> IN_PYTHON = List.of(
            "result_in_a_function",
            "result_in_a_method",
            "result_in_a_class_body",
            "result_in_a_generator",
            "result_in_a_coroutine",
            "result_in_a_loop",
            "result_in_a_finally",
            "no_python_without_the_plugin",
            "unparse_gives_the_same_tree",
            "unparsed_text_runs",
            "the_prompt_waits_for_more");

    /** A new instance of the plugin. */
    protected abstract PyvmPlugin plugin();

    protected abstract Construct construct();

    /**
     * Whether Python is still read as Python with the plugin on, as the checks are then. If not, the plugin is found on the
     * class path, and the construct's setup begins with the import that asks for it.
     */
    protected boolean readsPython() {
        return true;
    }

    /**
     * The checks that mean nothing for this construct, with the reason: where Python is not read as Python, those that take
     * it for that. Each must fail: else it is no exemption.
     */
    protected Map<String, String> exempt() {
        Map<String, String> exempt = new HashMap<>();
        if (!readsPython()) {
            IN_PYTHON.forEach(check -> exempt.put(check, "the checks speak Python"));
        }
        return exempt;
    }

    private List<PyvmPlugin> on() {
        return readsPython() ? List.of(plugin()) : List.of();
    }

    @TestFactory
    final Stream<DynamicTest> theConstructIsKnownToEveryTool() {
        Map<String, String> failures = failures(construct(), on());
        assertTrue(failures.keySet().containsAll(exempt().keySet()), () -> "no such check in " + exempt());
        return failures.entrySet().stream()
                .map(check -> DynamicTest.dynamicTest(check.getKey(), () -> {
                    if (exempt().containsKey(check.getKey())) {
                        assertFalse(check.getValue().isEmpty(), "the check is passed, and exempt");
                    } else {
                        assertEquals("", check.getValue());
                    }
                }));
    }

    @TestFactory
    final Stream<DynamicTest> everyStrategyRunsIt() {
        return STRATEGIES.stream()
                .map(strategy -> DynamicTest.dynamicTest(strategy, () -> {
                    Map<String, String> failures =
                            failures(construct(), on(), strategy, check -> check.startsWith("result"));
                    failures.keySet().removeAll(exempt().keySet());
                    failures.values().removeIf(String::isEmpty);
                    assertEquals(Map.of(), failures);
                }));
    }

    /**
     * Runs the checks.
     *
     * @return what is wrong by name of the check, empty when it is passed
     */
    public static Map<String, String> failures(Construct construct, List<PyvmPlugin> plugins) {
        return failures(construct, plugins, "tiered", check -> true);
    }

    private static Map<String, String> failures(
            Construct construct, List<PyvmPlugin> plugins, String strategy, Predicate<String> wanted) {
        Pyvm.Builder builder = Pyvm.builder().strategy(strategy);
        plugins.forEach(builder::plugin);
        Map<String, String> found = new LinkedHashMap<>();
        try (Pyvm pyvm = builder.build()) {
            pyvm.set("CONSTRUCT", construct.toPython());
            pyvm.exec(checks());
            PyObject failureOf = pyvm.object("failure_of");
            for (Object check : (List<?>) pyvm.get("CHECKS")) {
                if (wanted.test((String) check)) {
                    Object failure = pyvm.call(failureOf, check);
                    found.put((String) check, failure == null ? "" : (String) failure);
                }
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
