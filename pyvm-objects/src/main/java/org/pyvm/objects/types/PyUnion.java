package org.pyvm.objects.types;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.BinaryOperator;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.protocol.Numbers;

/** {@code types.UnionType}: {@code int | str}. */
@PythonType(name = "UnionType", module = "types")
public final class PyUnion extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "types", "UnionType", new PyUnionExposed.SlotTable(), new PyUnionExposed())
            .notSubclassable();

    private final PyTuple args;
    /** Null until asked for. */
    private PyTuple parameters;

    public PyUnion(PyTuple args) {
        super(TYPE);
        this.args = args;
    }

    /** {@code v | w} for types, aliases, unions and None; NotImplemented for anything else. */
    @SlotMethod(Slot.NB_OR)
    public static PyObject or(ThreadState thread, PyObject v, PyObject w) {
        if (!canBeMember(v) || !canBeMember(w)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        List<PyObject> members = new ArrayList<>();
        addMembers(thread, members, v);
        addMembers(thread, members, w);
        return members.size() == 1 ? members.getFirst() : new PyUnion(PyTuple.of(members.toArray(PyObject[]::new)));
    }

    private static boolean canBeMember(PyObject object) {
        return object == Singletons.NONE
                || object instanceof PyType
                || object instanceof PyGenericAlias
                || object instanceof PyUnion;
    }

    private static void addMembers(ThreadState thread, List<PyObject> members, PyObject object) {
        if (object instanceof PyUnion union) {
            for (int i = 0; i < union.args.size(); i++) {
                addNew(thread, members, union.args.get(i));
            }
        } else {
            addNew(thread, members, object == Singletons.NONE ? PyNone.TYPE : object);
        }
    }

    private static void addNew(ThreadState thread, List<PyObject> members, PyObject object) {
        for (PyObject member : members) {
            boolean aliases = member instanceof PyGenericAlias && object instanceof PyGenericAlias;
            if (aliases ? Comparisons.equal(thread, member, object) : member == object) {
                return;
            }
        }
        members.add(object);
    }

    @PythonGetter(value = "__args__", member = true)
    public PyTuple args() {
        return args;
    }

    @PythonGetter("__parameters__")
    PyTuple parameters(ThreadState thread) {
        if (parameters == null) {
            parameters = TypeParameters.of(thread, args);
        }
        return parameters;
    }

    @SlotMethod(Slot.TP_GETATTRO)
    PyObject getAttribute(ThreadState thread, PyStr name) {
        if (name.sameText(Names.MODULE)) {
            return Attributes.get(thread, TYPE, name);
        }
        PyObject value = Attributes.genericFind(thread, this, name);
        if (value == null) {
            throw Attributes.noAttribute(this, name);
        }
        return value;
    }

    @SlotMethod(Slot.MP_SUBSCRIPT)
    PyObject subscript(ThreadState thread, PyObject item) {
        PyTuple substituted = TypeParameters.substitute(thread, this, args, parameters(thread), item);
        PyObject result = substituted.get(0);
        for (int i = 1; i < substituted.size(); i++) {
            result = Numbers.binary(thread, BinaryOperator.OR, result, substituted.get(i));
        }
        return result;
    }

    @SlotMethod(Slot.TP_HASH)
    long hash(ThreadState thread) {
        return PyFrozenSet.of(thread, args).hash();
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject compare(ThreadState thread, PyObject other, Comparison op) {
        if (!(other instanceof PyUnion union) || op != Comparison.EQ && op != Comparison.NE) {
            return Singletons.NOT_IMPLEMENTED;
        }
        return Comparisons.compare(thread, PySet.of(thread, args), PySet.of(thread, union.args), op);
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        StrBuilder text = new StrBuilder();
        for (int i = 0; i < args.size(); i++) {
            if (i > 0) {
                text.append(" | ");
            }
            PyObject member = args.get(i);
            text.append(member == PyNone.TYPE ? PyStr.of("None") : TypeParameters.repr(thread, member));
        }
        return text.toPyStr();
    }
}
