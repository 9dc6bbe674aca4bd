package org.pyvm.modules.ctypes;

import java.util.EnumSet;
import java.util.Set;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.TypeSlots;

/** The slots of the metaclasses: those of {@code type}, but classes get a layout, and times a number give a type of arrays. */
final class MetatypeSlots extends TypeSlots {
    /** Gives a new class its {@link CTypeInfo}, if it is to have one. */
    @FunctionalInterface
    interface Completion {
        void complete(ThreadState thread, PyType type);
    }

    private final Completion completion;

    MetatypeSlots(Completion completion) {
        this.completion = completion;
    }

    @Override
    protected void fill(Set<Slot> slots) {
        super.fill(slots);
        slots.add(Slot.SQ_REPEAT);
    }

    @Override
    public Set<Slot> declared() {
        return EnumSet.of(Slot.TP_NEW, Slot.SQ_REPEAT, Slot.TP_SETATTRO);
    }

    @Override
    public PyObject newInstance(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        PyObject made = super.newInstance(thread, cls, args, names);
        if (made instanceof PyType type && type.metaclassState() == null) {
            completion.complete(thread, type);
        }
        return made;
    }

    /** A class that has no layout yet. */
    PyType newBareClass(ThreadState thread, PyType metatype, PyObject[] args) {
        return (PyType) super.newInstance(thread, metatype, args, null);
    }

    @Override
    public void setAttribute(ThreadState thread, PyObject self, PyStr name, PyObject value) {
        super.setAttribute(thread, self, name, value);
        if (value != null && name.is("_fields_") && StructureTypes.isStructureType(self)) {
            StructureTypes.setFields(thread, (PyType) self, value);
        }
    }

    @Override
    public PyObject repeat(ThreadState thread, PyObject self, long count) {
        return ArrayTypes.of(thread, (PyType) self, count);
    }
}
