package org.pyvm.objects.exposed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;

/** The list type as Python sees it. */
class ExposedTypeTest {
    private ThreadState thread;

    @BeforeEach
    void attach() {
        thread = new InterpreterState().newThread();
        ThreadState.attach(thread);
    }

    @AfterEach
    void detach() {
        ThreadState.attach(null);
    }

    private PyObject get(PyObject object, String name) {
        return Attributes.get(thread, object, name);
    }

    private void assertRaises(String message, Executable code) {
        PyErr error = assertThrows(PyErr.class, code);
        assertEquals(
                message,
                error.value().type().name() + ": " + error.value().args().get(0));
    }

    @Test
    void aMethodIsCalledBoundAndUnbound() {
        PyList list = new PyList();
        Calls.call(thread, get(list, "append"), PyInt.of(7));
        Calls.call(thread, get(PyList.TYPE, "append"), list, PyInt.of(8));
        assertEquals(2, list.size());
        assertEquals("1", Calls.call(thread, get(list, "index"), PyInt.of(8)).toString());
        assertThrows(PyErr.class, () -> Calls.call(thread, get(list, "index"), PyInt.of(8), PyInt.of(0), PyInt.of(1)));
    }

    @Test
    void aWrongReceiverIsRefused() {
        PyObject append = get(PyList.TYPE, "append");
        assertRaises("TypeError: unbound method list.append() needs an argument", () -> Calls.call(thread, append));
        assertRaises(
                "TypeError: descriptor 'append' for 'list' objects doesn't apply to a 'int' object",
                () -> Calls.call(thread, append, PyInt.of(1), PyInt.of(2)));
        assertRaises(
                "TypeError: list.append() takes exactly one argument (0 given)",
                () -> Calls.call(thread, append, new PyList()));
    }

    @Test
    void aFilledSlotIsASpecialMethod() {
        PyList list = PyList.of(PyInt.of(1), PyInt.of(2));
        assertEquals("2", Calls.call(thread, get(list, "__len__")).toString());
        assertEquals("2", Calls.call(thread, get(PyList.TYPE, "__len__"), list).toString());
        assertRaises(
                "TypeError: expected 0 arguments, got 1", () -> Calls.call(thread, get(list, "__len__"), PyInt.of(1)));
        assertRaises(
                "TypeError: wrapper __len__() takes no keyword arguments",
                () -> Calls.call(
                        thread, get(list, "__len__"), new PyObject[] {PyInt.of(1)}, new PyStr[] {PyStr.of("x")}));
        assertRaises(
                "TypeError: descriptor '__len__' requires a 'list' object but received a 'int'",
                () -> Calls.call(thread, get(PyList.TYPE, "__len__"), PyInt.of(1)));
    }

    @Test
    void anUnhashableTypeHasNoHash() {
        assertEquals(Singletons.NONE, get(PyList.TYPE, "__hash__"));
        assertRaises("TypeError: unhashable type: 'list'", () -> Objects.hash(thread, new PyList()));
    }
}
