package org.pyvm.modules.operator;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.ReprGuard;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.objects.types.StrBuilder;

/** {@code operator.itemgetter(1, 2)}: how the callables of this module are shown. */
final class GetterRepr {
    private GetterRepr() {}

    /** Shows a call with positional arguments; {@code ...} inside itself. */
    static PyStr of(ThreadState thread, PyObject getter, PyTuple args) {
        String name = getter.type().fullName();
        if (!ReprGuard.enter(thread, getter)) {
            return PyStr.of(name + "(...)");
        }
        try {
            StrBuilder text = new StrBuilder().append(name).append('(');
            for (int i = 0; i < args.size(); i++) {
                text.append(i == 0 ? "" : ", ").append(Objects.repr(thread, args.get(i)));
            }
            return text.append(')').toPyStr();
        } finally {
            ReprGuard.leave(thread, getter);
        }
    }
}
