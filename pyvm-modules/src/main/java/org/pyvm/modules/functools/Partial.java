package org.pyvm.modules.functools;

import java.util.Arrays;
import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Shape;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.ReprGuard;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyGenericAlias;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.objects.types.StrBuilder;

/** {@code functools.partial}: a function with some of its arguments. */
@PythonType(name = "partial", module = "functools")
public final class Partial extends PyAttributed {
    public static final PyType TYPE = PyType.builtin(
                    "functools", "partial", new PartialExposed.SlotTable(), new PartialExposed())
            .withDict()
            .weakReferenceable();

    private PyObject function;
    private PyTuple args;
    private PyDict keywords;

    private Partial(PyType cls, PyObject function, PyTuple args, PyDict keywords) {
        super(cls);
        this.function = function;
        this.args = args;
        this.keywords = keywords;
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] given, PyStr[] names) {
        int positional = Arguments.positionalCount(given, names);
        if (positional == 0) {
            throw PyErr.typeError("type 'partial' takes at least one argument");
        }
        PyObject function = given[0];
        PyObject[] bound = Arrays.copyOfRange(given, 1, positional);
        PyDict keywords = new PyDict();
        // A partial of a partial becomes one, unless attributes were added to the inner one.
        if (function instanceof Partial inner && !inner.hasOwnAttributes()) {
            function = inner.function;
            bound = joined(inner.args.itemsUnsafe(), bound, bound.length);
            keywords = inner.keywords.copyEntries();
        }
        if (!Calls.isCallable(function)) {
            throw PyErr.typeError("the first argument must be callable");
        }
        for (int i = positional; i < given.length; i++) {
            keywords.put(thread, names[i - positional], given[i]);
        }
        return new Partial(cls, function, PyTuple.of(bound), keywords);
    }

    private static PyObject[] joined(PyObject[] first, PyObject[] second, int secondCount) {
        PyObject[] both = Arrays.copyOf(first, first.length + secondCount);
        System.arraycopy(second, 0, both, first.length, secondCount);
        return both;
    }

    private boolean hasOwnAttributes() {
        Shape shape = shape();
        return shape != null && (shape.isDictionary() || shape.names().length > 0);
    }

    @PythonGetter(value = "func", member = true)
    PyObject function() {
        return function;
    }

    @PythonGetter(value = "args", member = true)
    PyTuple args() {
        return args;
    }

    @PythonGetter(value = "keywords", member = true)
    PyDict keywords() {
        return keywords;
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject[] given, PyStr[] names) {
        int positional = Arguments.positionalCount(given, names);
        PyObject[] all = joined(args.itemsUnsafe(), given, positional);
        if (keywords.size() == 0) {
            return positional == given.length
                    ? Calls.callArray(thread, function, all)
                    : Calls.call(thread, function, joined(args.itemsUnsafe(), given, given.length), names);
        }
        PyDict merged = keywords;
        if (positional < given.length) {
            merged = keywords.copyEntries();
            for (int i = positional; i < given.length; i++) {
                merged.put(thread, names[i - positional], given[i]);
            }
        }
        return Calls.callWithDict(thread, function, all, merged);
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        if (!ReprGuard.enter(thread, this)) {
            return PyStr.of("...");
        }
        try {
            StrBuilder text =
                    new StrBuilder().append(type().fullName()).append('(').append(Objects.repr(thread, function));
            for (int i = 0; i < args.size(); i++) {
                text.append(", ").append(Objects.repr(thread, args.get(i)));
            }
            for (int i = keywords.nextEntry(0); i >= 0; i = keywords.nextEntry(i + 1)) {
                // The value is read first: str of the key may replace it.
                PyObject value = keywords.valueAt(i);
                text.append(", ").append(Objects.str(thread, keywords.keyAt(i)));
                text.append('=').append(Objects.repr(thread, value));
            }
            return text.append(')').toPyStr();
        } finally {
            ReprGuard.leave(thread, this);
        }
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        PyObject attributes = hasOwnAttributes() ? Shape.dictionaryOf(this) : Singletons.NONE;
        return PyTuple.of(type(), PyTuple.of(function), PyTuple.of(function, args, keywords, attributes));
    }

    @PythonMethod("__setstate__($self, object, /)")
    void setState(ThreadState thread, PyObject state) {
        if (!(state instanceof PyTuple parts)
                || parts.size() != 4
                || !Calls.isCallable(parts.get(0))
                || !(parts.get(1) instanceof PyTuple newArgs)
                || !(parts.get(2) instanceof PyDict || parts.get(2) == Singletons.NONE)) {
            throw PyErr.typeError("invalid partial state");
        }
        function = parts.get(0);
        args = Sequences.toTuple(thread, newArgs);
        keywords = !(parts.get(2) instanceof PyDict given)
                ? new PyDict()
                : given.type() == PyDict.TYPE ? given : given.copyEntries();
        Shape.setDictionary(this, parts.get(3) instanceof PyDict attributes ? attributes : new PyDict());
    }

    @PythonClassMethod("__class_getitem__($type, object, /)")
    static PyObject classGetItem(ThreadState thread, PyType type, PyObject object) {
        return PyGenericAlias.of(thread, type, object);
    }
}
