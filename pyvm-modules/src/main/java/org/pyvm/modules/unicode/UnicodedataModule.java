package org.pyvm.modules.unicode;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;

/** The module {@code unicodedata}: its functions ask the current database. */
@PythonModule("unicodedata")
public final class UnicodedataModule {
    @PythonConstant("UCD")
    static final PyType UCD = PyUcd.TYPE;

    @PythonConstant("unidata_version")
    static final PyObject VERSION = PyStr.ofBmp("14.0.0");

    @PythonConstant("ucd_3_2_0")
    final PyObject old = new PyUcd(CharacterDatabase.old());

    private final PyUcd current = new PyUcd(CharacterDatabase.current());

    UnicodedataModule() {}

    @PythonFunction("bidirectional(chr, /)")
    String bidirectional(PyObject chr) {
        return current.bidirectional(chr);
    }

    @PythonFunction("category(chr, /)")
    String category(PyObject chr) {
        return current.category(chr);
    }

    @PythonFunction("combining(chr, /)")
    int combining(PyObject chr) {
        return current.combining(chr);
    }

    @PythonFunction("decimal(chr, default=<unrepresentable>, /)")
    PyObject decimal(PyObject chr, PyObject fallback) {
        return current.decimal(chr, fallback);
    }

    @PythonFunction("decomposition(chr, /)")
    String decomposition(PyObject chr) {
        return current.decomposition(chr);
    }

    @PythonFunction("digit(chr, default=<unrepresentable>, /)")
    PyObject digit(PyObject chr, PyObject fallback) {
        return current.digit(chr, fallback);
    }

    @PythonFunction("east_asian_width(chr, /)")
    String eastAsianWidth(PyObject chr) {
        return current.eastAsianWidth(chr);
    }

    @PythonFunction("is_normalized(form, unistr, /)")
    boolean isNormalized(String form, PyStr unistr) {
        return current.isNormalized(form, unistr);
    }

    @PythonFunction("lookup(name, /)")
    PyObject lookup(ThreadState thread, PyObject name) {
        return current.lookup(thread, name);
    }

    @PythonFunction("mirrored(chr, /)")
    int mirrored(PyObject chr) {
        return current.mirrored(chr);
    }

    @PythonFunction("name(chr, default=<unrepresentable>, /)")
    PyObject name(PyObject chr, PyObject fallback) {
        return current.name(chr, fallback);
    }

    @PythonFunction("normalize(form, unistr, /)")
    PyObject normalize(String form, PyStr unistr) {
        return current.normalize(form, unistr);
    }

    @PythonFunction("numeric(chr, default=<unrepresentable>, /)")
    PyObject numeric(PyObject chr, PyObject fallback) {
        return current.numeric(chr, fallback);
    }
}
