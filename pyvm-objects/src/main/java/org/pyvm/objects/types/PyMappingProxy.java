package org.pyvm.objects.types;

import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.PyType.PatternKind;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.BinaryOperator;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Mappings;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Sequences;

/** {@code mappingproxy}: a read-only view of a mapping, such as {@code type.__dict__}. */
@PythonType(name = "mappingproxy", hashable = false, doc = "A view of a mapping that cannot change it.")
public final class PyMappingProxy extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "mappingproxy", new PyMappingProxyExposed.SlotTable(), new PyMappingProxyExposed())
            .notSubclassable()
            .withPattern(PatternKind.MAPPING);

    private final PyObject mapping;

    public PyMappingProxy(PyObject mapping) {
        super(TYPE);
        this.mapping = mapping;
    }

    @PythonNew(value = "($cls, mapping)", showSignature = false)
    static PyObject make(PyType cls, PyObject mapping) {
        if (!Mappings.isMapping(mapping) || mapping instanceof PyList || mapping instanceof PyTuple) {
            throw PyErr.typeError("mappingproxy() argument must be a mapping, not %T", mapping);
        }
        return new PyMappingProxy(mapping);
    }

    /** The mapping behind the view. */
    public PyObject mapping() {
        return mapping;
    }

    @SlotMethod(Slot.SQ_LENGTH)
    int length(ThreadState thread) {
        return Objects.length(thread, mapping);
    }

    @SlotMethod(Slot.MP_SUBSCRIPT)
    PyObject subscript(ThreadState thread, PyObject key) {
        return Objects.getItem(thread, mapping, key);
    }

    @SlotMethod(Slot.SQ_CONTAINS)
    boolean contains(ThreadState thread, PyObject key) {
        return Sequences.contains(thread, mapping, key);
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter(ThreadState thread) {
        return Iterators.iter(thread, mapping);
    }

    @SlotMethod(Slot.TP_REPR)
    PyStr repr(ThreadState thread) {
        return PyStr.of("mappingproxy(" + Objects.repr(thread, mapping) + ")");
    }

    @SlotMethod(Slot.TP_STR)
    PyStr str(ThreadState thread) {
        return Objects.str(thread, mapping);
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject richCompare(ThreadState thread, PyObject other, Comparison op) {
        return Comparisons.compare(thread, mapping, other, op);
    }

    private static PyObject unwrap(PyObject object) {
        return object instanceof PyMappingProxy proxy ? proxy.mapping : object;
    }

    @SlotMethod(Slot.NB_OR)
    static PyObject or(ThreadState thread, PyObject v, PyObject w) {
        return Numbers.binary(thread, BinaryOperator.OR, unwrap(v), unwrap(w));
    }

    @SlotMethod(Slot.NB_INPLACE_OR)
    PyObject inPlaceOr(PyObject other) {
        throw PyErr.typeError("'|=' is not supported by %T; use '|' instead", this);
    }

    @PythonMethod(value = "get", raw = true, doc = "Return the value for key if key is in the mapping, else default.")
    PyObject get(ThreadState thread, PyObject[] args, PyStr[] names) {
        org.pyvm.objects.exposed.Arguments.positionalOnly("get", args, names, 1, 2);
        PyObject fallback = args.length > 1 ? args[1] : org.pyvm.objects.Singletons.NONE;
        return Calls.callMethod(thread, mapping, Names.GET_NAME, args[0], fallback);
    }

    @PythonMethod(value = "keys($self, /)", doc = "A set-like view of the keys.")
    PyObject keys(ThreadState thread) {
        return Calls.callMethod(thread, mapping, Names.KEYS_NAME);
    }

    @PythonMethod(value = "values($self, /)", doc = "A view of the values.")
    PyObject values(ThreadState thread) {
        return Calls.callMethod(thread, mapping, Names.VALUES_NAME);
    }

    @PythonMethod(value = "items($self, /)", doc = "A set-like view of the items.")
    PyObject items(ThreadState thread) {
        return Calls.callMethod(thread, mapping, Names.ITEMS_NAME);
    }

    @PythonMethod(value = "copy($self, /)", doc = "A shallow copy of the mapping.")
    PyObject copy(ThreadState thread) {
        return Calls.callMethod(thread, mapping, PyStr.intern("copy"));
    }

    @PythonMethod(value = "__reversed__($self, /)", doc = "Iterates the keys backwards.")
    PyObject reversed(ThreadState thread) {
        return Calls.callMethod(thread, mapping, Names.REVERSED);
    }

    @PythonClassMethod("__class_getitem__($type, item, /)")
    static PyObject classGetItem(ThreadState thread, PyType type, PyObject item) {
        return PyGenericAlias.of(thread, type, item);
    }
}
