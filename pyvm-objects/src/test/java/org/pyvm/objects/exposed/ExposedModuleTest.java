package org.pyvm.objects.exposed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyBuiltinFunction;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** A module that is compiled here: what its functions answer, and how they refuse wrong arguments. */
class ExposedModuleTest {
    private static ThreadState thread;
    private static BuiltinModuleIndex index;

    @BeforeAll
    static void compile() throws ReflectiveOperationException, IOException {
        SourceCompiler compiler = new SourceCompiler();
        try (InputStream in = ExposedModuleTest.class.getResourceAsStream("DemoModule.java")) {
            String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals("", compiler.compile("demo.DemoModule", source));
        }
        index = (BuiltinModuleIndex)
                compiler.load("demo.ExposedModules").getConstructor().newInstance();
        thread = new InterpreterState().newThread();
        ThreadState.attach(thread);
    }

    @AfterAll
    static void detach() {
        ThreadState.attach(null);
    }

    @Test
    void theIndexKnowsTheModule() {
        assertEquals(List.of("demo"), index.names());
        assertEquals(null, index.create("other", thread.interpreter()));
        PyDict dict = index.create("demo", thread.interpreter()).dict();
        assertEquals("demo", dict.get("__name__").toString());
        assertEquals("A module.", dict.get("__doc__").toString());
        assertEquals("42", dict.get("answer").toString());
    }

    @Test
    void eachModuleObjectHasItsOwnState() {
        PyDict one = index.create("demo", thread.interpreter()).dict();
        PyDict other = index.create("demo", thread.interpreter()).dict();
        Calls.call(thread, one.get("none"));
        assertEquals("1", Calls.call(thread, one.get("raw")).toString());
        assertEquals("0", Calls.call(thread, other.get("raw")).toString());
    }

    /** Arguments: numbers, {@code None}, {@code 'text'}, {@code name=value}. */
    @ParameterizedTest(name = "{0}({1})")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "none | | None",
                "none | 1 | TypeError: demo.none() takes no arguments (1 given)",
                "none | a=1 | TypeError: demo.none() takes no keyword arguments",
                "one | 2.5 | 5.0",
                "one | 'x' | TypeError: must be real number, not str",
                "one | | TypeError: demo.one() takes exactly one argument (0 given)",
                "one | 1 2 | TypeError: demo.one() takes exactly one argument (2 given)",
                "one | x=1 | TypeError: demo.one() takes no keyword arguments",
                "several | 'q' | q,5,-",
                "several | 'q' 7 | q,7,-",
                "several | 'q' 7 None | q,7,-",
                "several | 'q' 7 'z' | q,7,z",
                "several | | TypeError: several expected at least 1 argument, got 0",
                "several | 1 2 3 4 | TypeError: several expected at most 3 arguments, got 4",
                "several | 1 | TypeError: several() argument 1 must be str, not int",
                "several | 'q' 7 1 | TypeError: several() argument 3 must be str or None, not int",
                "several | 'q' 'r' | TypeError: 'str' object cannot be interpreted as an integer",
                "several | 'q' b=1 | TypeError: demo.several() takes no keyword arguments",
                "named | 1 2 | 1,2,true,x",
                "named | 1 b=2 d='y' | 1,2,true,y",
                "named | 1 2 None d='y' | 1,2,false,y",
                "named | | TypeError: named() takes at least 1 positional argument (0 given)",
                "named | 1 | TypeError: named() missing required argument 'b' (pos 2)",
                "named | 1 2 3 4 | TypeError: named() takes at most 3 positional arguments (4 given)",
                "named | 1 2 3 4 5 | TypeError: named() takes at most 4 arguments (5 given)",
                "named | 1 2 b=3 | TypeError: argument for named() given by name ('b') and position (2)",
                "named | 1 2 q=3 | TypeError: 'q' is an invalid keyword argument for named()",
                "named | 1 b=2 d=3 | TypeError: named() argument 'd' must be str, not int",
                "named | 1 99999999999 | OverflowError: Python int too large to convert to C int",
                "required | | TypeError: required() missing required argument 'key' (pos 1)",
                "required | 1 | TypeError: required() takes no positional arguments",
                "required | key=1 | 1",
                "starred | 1 | 1 0 0",
                "starred | 1 2 3 sep='-' q=1 first=3 | 1-2-2",
                "starred | | TypeError: starred() takes at least 1 positional argument (0 given)",
                "starred | 'a' | TypeError: starred() argument 1 must be int, not str",
                "raw | 1 2 c=3 | 310"
            })
    void callsAnswerAsInPython(String function, String arguments, String expected) {
        PyObject callable = index.create("demo", thread.interpreter()).dict().get(function);
        String[] words = arguments == null ? new String[0] : arguments.split(" ");
        PyObject[] args = Arrays.stream(words)
                .map(word -> value(word.substring(word.indexOf('=') + 1)))
                .toArray(PyObject[]::new);
        PyStr[] names = Arrays.stream(words)
                .filter(word -> word.indexOf('=') > 0)
                .map(word -> PyStr.of(word.substring(0, word.indexOf('='))))
                .toArray(PyStr[]::new);
        assertEquals(expected, outcome(() -> Calls.call(thread, callable, args, names.length == 0 ? null : names)));
        if (names.length == 0 && args.length < 4) {
            assertEquals(expected, outcome(() -> callFixed(callable, args)), "by the call of fixed arity");
        }
    }

    private static PyObject callFixed(PyObject callable, PyObject[] a) {
        return switch (a.length) {
            case 0 -> Calls.call(thread, callable);
            case 1 -> Calls.call(thread, callable, a[0]);
            case 2 -> Calls.call(thread, callable, a[0], a[1]);
            default -> Calls.call(thread, callable, a[0], a[1], a[2]);
        };
    }

    private static String outcome(java.util.function.Supplier<PyObject> call) {
        try {
            PyObject result = call.get();
            return result == Singletons.NONE
                    ? "None"
                    : result instanceof PyFloat number ? Double.toString(number.value()) : result.toString();
        } catch (PyErr e) {
            return e.value().type().name() + ": " + e.value().args().get(0);
        }
    }

    private static PyObject value(String word) {
        if (word.equals("None")) {
            return Singletons.NONE;
        }
        if (word.startsWith("'")) {
            return PyStr.of(word.substring(1, word.length() - 1));
        }
        return word.contains(".") ? PyFloat.of(Double.parseDouble(word)) : PyInt.of(Long.parseLong(word));
    }

    @Test
    void aFunctionKnowsItsModule() {
        var module = index.create("demo", thread.interpreter());
        PyBuiltinFunction function = (PyBuiltinFunction) module.dict().get("one");
        assertEquals(module, function.self());
        assertEquals("demo", function.module().toString());
        assertEquals("($module, x, /)", function.spec().textSignature());
    }
}
