package org.pyvm.modules.multibyte;

import java.util.List;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.types.PyStr;

/** The arguments of the classes that encode and decode in pieces: a stream for two of them, and errors. */
final class IncrementalArguments {
    private static final PyStr STRICT = PyStr.intern(CodingErrors.STRICT);

    private IncrementalArguments() {}

    static String errors(String function, PyObject[] args, PyStr[] names) {
        return bind(function, args, names, "errors")[0].toString();
    }

    /** The stream, and errors. */
    static PyObject[] stream(String function, PyObject[] args, PyStr[] names) {
        PyObject[] bound = bind(function, args, names, "stream", "errors");
        if (bound[0] == null) {
            throw PyErr.typeError("%s() missing required argument 'stream' (pos 1)", function);
        }
        return bound;
    }

    private static PyObject[] bind(String function, PyObject[] args, PyStr[] names, String... parameters) {
        int most = parameters.length;
        if (args.length > most) {
            throw PyErr.typeError(
                    "%s() takes at most %d argument%s (%d given)", function, most, most == 1 ? "" : "s", args.length);
        }
        PyObject[] bound = new PyObject[most];
        int positional = args.length - (names == null ? 0 : names.length);
        System.arraycopy(args, 0, bound, 0, positional);
        for (int i = positional; i < args.length; i++) {
            PyStr name = names[i - positional];
            int at = List.of(parameters).indexOf(name.toString());
            if (at < 0) {
                throw PyErr.typeError("'%s' is an invalid keyword argument for %s()", name, function);
            }
            if (bound[at] != null) {
                throw PyErr.typeError(
                        "argument for %s() given by name ('%s') and position (%d)", function, name, at + 1);
            }
            bound[at] = args[i];
        }
        int last = most - 1;
        if (bound[last] == null) {
            bound[last] = STRICT;
        } else if (!(bound[last] instanceof PyStr)) {
            throw PyErr.typeError("%s() argument %d must be str, not %T", function, most, bound[last]);
        }
        return bound;
    }
}
