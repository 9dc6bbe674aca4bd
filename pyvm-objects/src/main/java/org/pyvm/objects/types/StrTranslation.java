package org.pyvm.objects.types;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonStaticMethod;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Objects;

/** {@code str.translate}, and the tables for it. */
final class StrTranslation {
    /** Characters that are translated at once. */
    private static final int LONGEST_RUN = 512;

    private StrTranslation() {}

    @PythonStaticMethod("maketrans(x, y=<unrepresentable>, z=<unrepresentable>, /)")
    static PyObject makeTable(ThreadState thread, PyObject x, PyStr y, PyStr z) {
        PyDict table = new PyDict();
        if (y == null) {
            copyTable(thread, x, table);
            return table;
        }
        if (!(x instanceof PyStr from)) {
            throw PyErr.typeError("first maketrans argument must be a string if there is a second argument");
        }
        if (from.length() != y.length()) {
            throw PyErr.valueError("the first two maketrans arguments must have equal length");
        }
        for (int i = 0; i < from.length(); i++) {
            table.put(thread, PyInt.of(from.codePointAt(i)), PyInt.of(y.codePointAt(i)));
        }
        if (z != null) {
            for (int i = 0; i < z.length(); i++) {
                table.put(thread, PyInt.of(z.codePointAt(i)), Singletons.NONE);
            }
        }
        return table;
    }

    private static void copyTable(ThreadState thread, PyObject x, PyDict table) {
        if (x.type() != PyDict.TYPE) {
            throw PyErr.typeError("if you give only one argument to maketrans it must be a dict");
        }
        PyDict source = (PyDict) x;
        for (int i = source.nextEntry(0); i >= 0; i = source.nextEntry(i + 1)) {
            PyObject key = source.keyAt(i);
            if (key instanceof PyStr text) {
                if (text.length() != 1) {
                    throw PyErr.valueError("string keys in translate table must be of length 1");
                }
                table.put(thread, PyInt.of(text.codePointAt(0)), source.valueAt(i));
            } else if (key instanceof PyInt) {
                table.put(thread, key, source.valueAt(i));
            } else {
                throw PyErr.typeError("keys in translate table must be strings or integers");
            }
        }
    }

    @PythonMethod("translate($self, table, /)")
    static PyObject translate(ThreadState thread, PyStr self, PyObject table) {
        StrBuilder out = new StrBuilder(self.length());
        // Tables are asked once for each ASCII character: translating long texts is mostly about those.
        PyObject[] known = new PyObject[0x80];
        // One more than the character that takes the place of another one.
        int[] codes = new int[0x80];
        char[] buffer = new char[Math.min(self.length(), LONGEST_RUN)];
        for (int i = 0; i < self.length(); i++) {
            int run = simpleRun(self, i, codes, buffer, out);
            if (run > 0) {
                i += run - 1;
                continue;
            }
            int c = self.codePointAt(i);
            PyObject result;
            if (c < known.length) {
                if (known[c] == null) {
                    known[c] = look(thread, table, c);
                }
                result = known[c];
                if (result instanceof PyInt number) {
                    codes[c] = (int) number.longValue() + 1;
                }
            } else {
                result = look(thread, table, c);
            }
            if (result instanceof PyInt number) {
                out.append((int) number.longValue());
            } else if (result instanceof PyStr text) {
                out.append(text);
            }
        }
        return out.toPyStr();
    }

    /** Translates from a place on what becomes one BMP character each, as far as known; the number of characters. */
    private static int simpleRun(PyStr self, int start, int[] codes, char[] run, StrBuilder out) {
        String text = self.bmp();
        if (text == null || text.charAt(start) >= codes.length || codes[text.charAt(start)] == 0) {
            return 0;
        }
        int count = 0;
        int most = Math.min(text.length() - start, run.length);
        for (char c; count < most && (c = text.charAt(start + count)) < codes.length; count++) {
            int code = codes[c] - 1;
            if (code < 0 || code >= 0x10000) {
                break;
            }
            run[count] = (char) code;
        }
        out.append(run, count);
        return count;
    }

    /** The entry of a table; where there is none, the character stays. */
    private static PyObject lookUp(ThreadState thread, PyObject table, PyInt c) {
        if (table.type() == PyDict.TYPE) {
            PyObject found = ((PyDict) table).get(thread, c);
            return found == null ? c : found;
        }
        try {
            return Objects.getItem(thread, table, c);
        } catch (PyErr e) {
            if (e.matches(Exceptions.LOOKUP_ERROR)) {
                return c;
            }
            throw e;
        }
    }

    /** An int that is a code point, a str, or None. */
    private static PyObject look(ThreadState thread, PyObject table, int c) {
        PyObject result = lookUp(thread, table, PyInt.of(c));
        if (result instanceof PyInt number) {
            if (!number.fitsLong() || number.longValue() < 0 || number.longValue() > Character.MAX_CODE_POINT) {
                throw PyErr.valueError("character mapping must be in range(0x110000)");
            }
            return number;
        }
        if (result == Singletons.NONE || result instanceof PyStr) {
            return result;
        }
        throw PyErr.typeError("character mapping must return integer, None or str");
    }
}
