package org.pyvm.modules.etree;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;

/**
 * The arguments of {@code Element} and {@code SubElement}: some by position, then perhaps a dictionary, then attributes by name. Without
 * the dictionary, the name {@code attrib} means it.
 *
 * @param attributes a dictionary of the element's own, or null
 */
record ElementArguments(PyDict attributes) {
    static ElementArguments read(ThreadState thread, String function, PyObject[] args, PyStr[] names, int needed) {
        int positional = Arguments.positionalCount(args, names);
        if (positional < needed) {
            throw PyErr.typeError(
                    "%s() takes at least %d argument%s (%d given)",
                    function, needed, needed == 1 ? "" : "s", positional);
        }
        if (positional > needed + 1) {
            throw PyErr.typeError("%s() takes at most %d arguments (%d given)", function, needed + 1, positional);
        }
        PyDict attributes = null;
        if (positional > needed) {
            PyObject given = args[needed];
            attributes = given instanceof PyDict dict
                    ? dict.copyEntries()
                    : (PyDict) Convert.badArgument(function, "argument " + (needed + 1), "dict", given);
        }
        return names == null ? new ElementArguments(attributes) : named(thread, attributes, args, names);
    }

    private static ElementArguments named(ThreadState thread, PyDict byPosition, PyObject[] args, PyStr[] names) {
        PyDict attributes = byPosition;
        PyObject whole = byPosition == null ? Arguments.named(args, names, "attrib") : null;
        if (whole != null) {
            if (!(whole instanceof PyDict dict)) {
                throw PyErr.typeError("attrib must be dict, not %T", whole);
            }
            attributes = dict.copyEntries();
        } else if (attributes == null) {
            attributes = new PyDict();
        }
        int first = args.length - names.length;
        for (int i = 0; i < names.length; i++) {
            if (whole == null || !names[i].is("attrib")) {
                attributes.put(thread, names[i], args[first + i]);
            }
        }
        return new ElementArguments(attributes);
    }
}
