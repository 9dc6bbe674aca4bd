package org.pyvm.objects.types;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.BinaryOperator;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Numbers;

/** Sets give their items in the order that CPython's had after the same operations; recorded with random ints. */
class SetOrderTest {
    private static ThreadState thread;

    @BeforeAll
    static void attach() {
        thread = new InterpreterState().newThread();
        ThreadState.attach(thread);
    }

    @AfterAll
    static void detach() {
        ThreadState.attach(null);
    }

    static Stream<String> cases() throws IOException {
        try (InputStream in = SetOrderTest.class.getResourceAsStream("set_order.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itemsComeInTheOrderOfCPython(String recorded) {
        int arrow = recorded.indexOf(" => ");
        PyObject set = new PySet();
        for (String step : recorded.substring(0, arrow).split("; ")) {
            set = apply(set, step.split(" "));
        }
        String order =
                Arrays.stream(((PySet) set).toArray()).map(PyObject::toString).collect(Collectors.joining(" "));
        long hash = PyFrozenSet.of(thread, set).hash();
        assertEquals(recorded.substring(arrow + 4), order + " # " + hash);
    }

    private static PyObject apply(PyObject set, String[] step) {
        PyObject[] values = Arrays.stream(step)
                .skip(1)
                .map(text -> (PyObject) PyInt.of(Long.parseLong(text)))
                .toArray(PyObject[]::new);
        return switch (step[0]) {
            case "add", "discard", "pop" -> call(set, step[0], values);
            case "update" -> call(set, "update", PyList.of(values));
            case "or" -> Numbers.inPlace(thread, BinaryOperator.OR, set, PySet.of(thread, PyList.of(values)));
            case "isub" -> Numbers.inPlace(thread, BinaryOperator.SUBTRACT, set, PySet.of(thread, PyList.of(values)));
            case "and" -> Numbers.binary(thread, BinaryOperator.AND, set, PySet.of(thread, PyList.of(values)));
            case "sub" -> Numbers.binary(thread, BinaryOperator.SUBTRACT, set, PySet.of(thread, PyList.of(values)));
            case "xor" -> Numbers.binary(thread, BinaryOperator.XOR, set, PySet.of(thread, PyList.of(values)));
            default -> throw new IllegalArgumentException(step[0]);
        };
    }

    private static PyObject call(PyObject set, String method, PyObject... args) {
        Calls.callMethod(thread, set, PyStr.intern(method), args);
        return set;
    }
}
