package org.pyvm.modules.codecs;

import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.types.MarkupIterator;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code formatteriterator}: the pieces of a format string. */
@PythonType(name = "formatteriterator", module = "builtins")
public final class PyFormatterIterator extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins",
                    "formatteriterator",
                    new PyFormatterIteratorExposed.SlotTable(),
                    new PyFormatterIteratorExposed())
            .notSubclassable();

    private final MarkupIterator markup;

    PyFormatterIterator(MarkupIterator markup) {
        super(TYPE);
        this.markup = markup;
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    /** (literal text, field name, format specification, conversion), the last three None when there is no field. */
    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next() {
        if (!markup.advance()) {
            return null;
        }
        if (!markup.hasField()) {
            return PyTuple.of(markup.literal(), Singletons.NONE, Singletons.NONE, Singletons.NONE);
        }
        PyObject conversion = markup.conversion() == 0 ? Singletons.NONE : PyStr.ofCodePoint(markup.conversion());
        return PyTuple.of(markup.literal(), markup.fieldName(), markup.spec(), conversion);
    }
}
