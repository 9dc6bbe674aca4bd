package org.pyvm.modules.pickle;

import java.util.Arrays;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Shape;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyGetSetDescriptor;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** Makes objects of what pickles say of them, and gives them their state. */
final class ObjectLoading {
    private static final PyStr GETINITARGS = PyStr.intern("__getinitargs__");
    private static final PyObject[] NOTHING = {};

    private ObjectLoading() {}

    static void reduce(ThreadState thread, UnpicklingStack stack) {
        PyObject args = stack.pop();
        PyObject function = stack.pop();
        if (!(args instanceof PyTuple tuple)) {
            throw PyErr.typeError("argument list must be a tuple");
        }
        stack.push(Calls.callArray(thread, function, tuple.toArray()));
    }

    static void newObject(ThreadState thread, UnpicklingStack stack, PickleState state, boolean withKeywords) {
        String opcode = withKeywords ? "NEWOBJ_EX" : "NEWOBJ";
        PyObject keywords = withKeywords ? stack.pop() : null;
        PyObject args = stack.pop();
        PyObject maker = stack.pop();
        if (!(maker instanceof PyType cls)) {
            throw state.unpicklingError("%s class argument must be a type, not %T", opcode, maker);
        }
        if (!cls.slots().has(Slot.TP_NEW)) {
            throw state.unpicklingError("%s class argument '%N' doesn't have __new__", opcode, cls);
        }
        if (!(args instanceof PyTuple tuple)) {
            throw state.unpicklingError("%s args argument must be a tuple, not %T", opcode, args);
        }
        if (keywords != null && !(keywords instanceof PyDict)) {
            throw state.unpicklingError("%s kwargs argument must be a dict, not %T", opcode, keywords);
        }
        stack.push(make(thread, cls, tuple, (PyDict) keywords));
    }

    private static PyObject make(ThreadState thread, PyType cls, PyTuple args, PyDict keywords) {
        int count = keywords == null ? 0 : keywords.size();
        if (count == 0) {
            return cls.slots().newInstance(thread, cls, args.toArray(), null);
        }
        PyObject[] all = Arrays.copyOf(args.itemsUnsafe(), args.size() + count);
        PyStr[] names = new PyStr[count];
        int next = 0;
        for (int i = keywords.nextEntry(0); i >= 0; i = keywords.nextEntry(i + 1)) {
            if (!(keywords.keyAt(i) instanceof PyStr name)) {
                throw PyErr.typeError("keywords must be strings");
            }
            names[next] = name;
            all[args.size() + next++] = keywords.valueAt(i);
        }
        return cls.slots().newInstance(thread, cls, all, names);
    }

    /** A class of Python 2's kind: called only when there is something to give it. */
    private static PyObject instantiate(ThreadState thread, PyObject cls, PyObject[] args) {
        if (args.length == 0 && cls instanceof PyType && Attributes.getOrNull(thread, cls, GETINITARGS) == null) {
            return Calls.callMethod(thread, cls, Names.NEW, cls);
        }
        return Calls.callArray(thread, cls, args);
    }

    static void object(ThreadState thread, UnpicklingStack stack) {
        PyObject[] all = stack.takeToMark();
        if (all.length == 0) {
            // Says which underflow it is.
            stack.pop();
        }
        stack.push(instantiate(thread, all[0], Arrays.copyOfRange(all, 1, all.length)));
    }

    static void instance(ThreadState thread, UnpicklingMachine machine) {
        PyObject[] args = machine.stack.takeToMark();
        PyStr module = TextLoading.name(thread, machine.input.line(thread, 2));
        PyStr name = TextLoading.name(thread, machine.input.line(thread, 2));
        PyObject cls = machine.findClass(thread, module, name);
        machine.stack.push(instantiate(thread, cls, args.length == 0 ? NOTHING : args));
    }

    static void build(ThreadState thread, UnpicklingStack stack, PickleState state) {
        PyObject objectState = stack.pop();
        PyObject instance = stack.top();
        PyObject setState = Attributes.getOrNull(thread, instance, Names.SETSTATE);
        if (setState != null) {
            Calls.call(thread, setState, objectState);
            return;
        }
        PyObject ofSlots = Singletons.NONE;
        if (objectState instanceof PyTuple both && both.size() == 2) {
            objectState = both.get(0);
            ofSlots = both.get(1);
        }
        if (objectState != Singletons.NONE) {
            setAttributes(thread, state, instance, objectState);
        }
        if (ofSlots != Singletons.NONE) {
            if (!(ofSlots instanceof PyDict slots)) {
                throw state.unpicklingError("slot state is not a dictionary");
            }
            for (int i = slots.nextEntry(0); i >= 0; i = slots.nextEntry(i + 1)) {
                if (!(slots.keyAt(i) instanceof PyStr name)) {
                    throw PyErr.typeError("attribute name must be string, not '%T'", slots.keyAt(i));
                }
                Attributes.set(thread, instance, name, slots.valueAt(i));
            }
        }
    }

    private static void setAttributes(ThreadState thread, PickleState state, PyObject instance, PyObject values) {
        if (!(values instanceof PyDict dict)) {
            throw state.unpicklingError("state is not a dictionary");
        }
        boolean plain = isPlain(instance, dict);
        PyObject target = plain ? null : Attributes.get(thread, instance, Names.DICT);
        for (int i = dict.nextEntry(0); i >= 0; i = dict.nextEntry(i + 1)) {
            PyObject key = dict.keyAt(i);
            if (key.type() == PyStr.TYPE) {
                key = PyStr.intern((PyStr) key);
            }
            if (plain) {
                Shape.set(instance, (PyStr) key, dict.valueAt(i));
            } else {
                Objects.setItem(thread, target, key, dict.valueAt(i));
            }
        }
    }

    /** Whether attributes can be stored without making the instance's dictionary, as nothing can tell the difference. */
    private static boolean isPlain(PyObject instance, PyDict values) {
        Shape shape = instance.shape();
        if (shape == null || !shape.isOpen() || !values.hasOnlyTextKeys()) {
            return false;
        }
        return instance.type().lookup(Names.GETATTRIBUTE) == PyType.OBJECT.lookup(Names.GETATTRIBUTE)
                && instance.type().lookup(Names.DICT) instanceof PyGetSetDescriptor;
    }
}
