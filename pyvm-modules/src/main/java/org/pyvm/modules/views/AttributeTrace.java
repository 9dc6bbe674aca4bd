package org.pyvm.modules.views;

import static org.pyvm.modules.views.TraceLog.field;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.pyvm.compiler.Opcodes;
import org.pyvm.eval.Frame;
import org.pyvm.eval.Instrument;
import org.pyvm.eval.PyFunction;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Shape;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;

/**
 * Where LOAD_ATTR looks, step by step (chapter 4.5 of the book): the algorithm of instances, {@code Attributes.genericFind},
 * and that of types.
 */
final class AttributeTrace implements Instrument {
    private static final PyStr GETATTRIBUTE = PyStr.intern("__getattribute__");
    private static final PyStr GETATTR = PyStr.intern("__getattr__");

    private final TraceLog log;

    AttributeTrace(TraceLog log) {
        this.log = log;
    }

    @Override
    public void before(ThreadState thread, Frame frame, int pc, int opcode, int argument) {
        if (opcode != Opcodes.LOAD_ATTR || !log.wants(frame)) {
            return;
        }
        PyObject object = frame.slots[frame.stackTop - 1];
        PyStr name = frame.code().names()[argument];
        String of = ShortRepr.of(thread, object);
        log.tell(thread, "." + name + " of " + of, "attribute", field("name", name), field("object", of));
        PyType getter = object.type().ownerOf(GETATTRIBUTE);
        if (getter == PyType.OBJECT) {
            ofInstance(thread, object, name);
        } else if (getter == PyType.TYPE) {
            ofType(thread, (PyType) object, name);
        } else {
            step(thread, "tp_getattro is " + getter.name() + ".__getattribute__");
        }
    }

    private void step(ThreadState thread, String text) {
        log.tell(thread, "    " + text, "step", field("text", text));
    }

    private void ofInstance(ThreadState thread, PyObject object, PyStr name) {
        PyType type = object.type();
        PyObject found = search(thread, type, name);
        if (isData(found)) {
            step(thread, "a data descriptor goes first: its __get__ answers");
            return;
        }
        PyObject own = Shape.get(object, name);
        step(thread, "the instance's dictionary " + (own == null ? "does not have it" : "has it: the answer"));
        if (own != null) {
            return;
        }
        if (found == null) {
            missing(thread, type);
        } else if (isDescriptor(found)) {
            step(thread, "the descriptor's __get__ answers" + (isMethod(found) ? " with a bound method" : ""));
        } else {
            step(thread, "the class attribute is the answer");
        }
    }

    private void ofType(ThreadState thread, PyType type, PyStr name) {
        PyObject ofMeta = search(thread, type.type(), name);
        if (isData(ofMeta)) {
            step(thread, "a data descriptor of the metatype goes first: its __get__ answers");
            return;
        }
        PyObject own = search(thread, type, name);
        if (own != null) {
            step(thread, isDescriptor(own) ? "its __get__ answers, without an instance" : "it is the answer");
        } else if (ofMeta == null) {
            missing(thread, type.type());
        } else {
            step(
                    thread,
                    isDescriptor(ofMeta) ? "the metatype's descriptor answers" : "the metatype's value is the answer");
        }
    }

    private void missing(ThreadState thread, PyType type) {
        PyType owner = type.ownerOf(GETATTR);
        step(thread, owner == null ? "AttributeError" : owner.name() + ".__getattr__ is asked");
    }

    private PyObject search(ThreadState thread, PyType type, PyStr name) {
        String order = Arrays.stream(type.mro()).map(PyType::name).collect(Collectors.joining(", "));
        PyType owner = type.ownerOf(name);
        if (owner == null) {
            step(thread, "search in " + order + ": nothing");
            return null;
        }
        PyObject found = type.lookup(name);
        step(thread, "search in " + order + ": found in " + owner.name() + ", " + kind(thread, found));
        return found;
    }

    private static String kind(ThreadState thread, PyObject found) {
        String what = isData(found) ? "data descriptor " : isDescriptor(found) ? "non-data descriptor " : "";
        return what + ShortRepr.of(thread, found);
    }

    private static boolean isDescriptor(PyObject found) {
        return found != null && found.type().slots().has(Slot.TP_DESCR_GET);
    }

    private static boolean isData(PyObject found) {
        return isDescriptor(found) && found.type().slots().has(Slot.TP_DESCR_SET);
    }

    private static boolean isMethod(PyObject found) {
        return found instanceof PyFunction;
    }
}
