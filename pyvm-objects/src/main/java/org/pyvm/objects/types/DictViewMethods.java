package org.pyvm.objects.types;

import org.pyvm.expose.PythonGetter;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.ReprGuard;
import org.pyvm.objects.protocol.Sequences;

/** The members of all views of dictionaries. */
final class DictViewMethods {
    private DictViewMethods() {}

    @PythonGetter("mapping")
    static PyObject mapping(DictView self) {
        return new PyMappingProxy(self.dict());
    }

    @SlotMethod(Slot.TP_ITER)
    static PyObject iter(DictView self) {
        return self.iterator();
    }

    @SlotMethod(Slot.SQ_LENGTH)
    static int length(DictView self) {
        return self.dict().size();
    }

    @SlotMethod(Slot.TP_REPR)
    static PyObject repr(ThreadState thread, DictView self) {
        if (!ReprGuard.enter(thread, self)) {
            return PyStr.of("...");
        }
        try {
            return new StrBuilder()
                    .append(self.type().name())
                    .append('(')
                    .append(Objects.repr(thread, Sequences.toList(thread, self)))
                    .append(')')
                    .toPyStr();
        } finally {
            ReprGuard.leave(thread, self);
        }
    }
}
