package org.pyvm.modules.operator;

import java.util.Arrays;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.ReprGuard;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.objects.types.StrBuilder;

/** {@code operator.methodcaller}: calls a method of what it is given, with arguments that it was made with. */
@PythonType(name = "methodcaller", module = "operator")
public final class MethodCaller extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "operator", "methodcaller", new MethodCallerExposed.SlotTable(), new MethodCallerExposed())
            .notSubclassable();

    private final PyStr name;
    private final PyObject[] args;
    /** Null for none. */
    private final PyStr[] keywords;

    private MethodCaller(PyStr name, PyObject[] args, PyStr[] keywords) {
        super(TYPE);
        this.name = name;
        this.args = args;
        this.keywords = keywords;
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] keywords) {
        if (Arguments.positionalCount(args, keywords) == 0) {
            throw PyErr.typeError("methodcaller needs at least one argument, the method name");
        }
        if (!(args[0] instanceof PyStr name)) {
            throw PyErr.typeError("method name must be a string");
        }
        PyStr[] names = keywords == null || keywords.length == 0 ? null : keywords.clone();
        return new MethodCaller(PyStr.intern(name), Arrays.copyOfRange(args, 1, args.length), names);
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject[] given, PyStr[] names) {
        Arguments.noKeywords("methodcaller", names);
        Arguments.checkCount("methodcaller", given.length, 1, 1);
        return Calls.call(thread, Attributes.get(thread, given[0], name), args, keywords);
    }

    private PyTuple positional(int from) {
        int count = Arguments.positionalCount(args, keywords);
        PyObject[] items = new PyObject[count + from];
        if (from > 0) {
            items[0] = name;
        }
        System.arraycopy(args, 0, items, from, count);
        return PyTuple.of(items);
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        String shown = type().fullName();
        if (!ReprGuard.enter(thread, this)) {
            return PyStr.of(shown + "(...)");
        }
        try {
            StrBuilder text = new StrBuilder().append(shown).append('(').append(Objects.repr(thread, name));
            int positional = Arguments.positionalCount(args, keywords);
            for (int i = 0; i < args.length; i++) {
                text.append(", ");
                if (i >= positional) {
                    text.append(keywords[i - positional]).append('=');
                }
                text.append(Objects.repr(thread, args[i]));
            }
            return text.append(')').toPyStr();
        } finally {
            ReprGuard.leave(thread, this);
        }
    }

    /** With keywords, by way of a partial: they cannot be given to a class that is called again. */
    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        if (keywords == null) {
            return PyTuple.of(type(), positional(1));
        }
        PyObject[] bound = new PyObject[keywords.length + 2];
        bound[0] = type();
        bound[1] = name;
        System.arraycopy(args, args.length - keywords.length, bound, 2, keywords.length);
        PyObject partial = Calls.call(thread, org.pyvm.modules.functools.Partial.TYPE, bound, keywords);
        return PyTuple.of(partial, positional(0));
    }
}
