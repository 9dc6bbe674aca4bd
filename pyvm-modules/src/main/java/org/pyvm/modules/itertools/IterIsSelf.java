package org.pyvm.modules.itertools;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;

/** What every iterator has. */
final class IterIsSelf {
    private IterIsSelf() {}

    @SlotMethod(Slot.TP_ITER)
    static PyObject iter(PyObject self) {
        return self;
    }
}
