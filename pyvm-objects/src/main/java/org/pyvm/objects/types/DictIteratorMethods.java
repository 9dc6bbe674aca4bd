package org.pyvm.objects.types;

import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;

/** The members of all iterators of dictionaries. */
final class DictIteratorMethods {
    private DictIteratorMethods() {}

    @SlotMethod(Slot.TP_ITER)
    static PyObject iter(DictIterator self) {
        return self;
    }

    @PythonMethod("__length_hint__($self, /)")
    static int lengthHint(DictIterator self) {
        return self.lengthHint();
    }

    @PythonMethod("__reduce__($self, /)")
    static PyObject reduce(ThreadState thread, DictIterator self) {
        return self.reduce(thread);
    }
}
