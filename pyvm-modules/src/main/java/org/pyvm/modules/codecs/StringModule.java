package org.pyvm.modules.codecs;

import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.types.FieldName;
import org.pyvm.objects.types.MarkupIterator;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The module {@code _string}: what {@code string.Formatter} needs of {@code str.format}. */
@PythonModule("_string")
public final class StringModule {
    StringModule() {}

    private static PyStr text(PyObject value) {
        if (value instanceof PyStr text) {
            return text;
        }
        throw PyErr.typeError("expected str, got %T", value);
    }

    @PythonFunction("formatter_parser(string, /)")
    static PyObject formatterParser(PyObject string) {
        return new PyFormatterIterator(new MarkupIterator(text(string)));
    }

    @PythonFunction("formatter_field_name_split(string, /)")
    static PyObject fieldNameSplit(PyObject string) {
        FieldName name = new FieldName(text(string));
        return PyTuple.of(name.firstObject(), new PyFieldNameIterator(name));
    }
}
