package org.pyvm.modules.sre;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.ByteSink;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.objects.types.StrBuilder;

/** A replacement that refers to groups, as {@code re._compile_repl} has parsed it. */
final class Template {
    /** The texts between the references; null where a group's text goes. */
    private final PyObject[] literals;
    /** By literal: the group, for those that are null. */
    private final int[] groups;

    private final boolean hasGroups;

    private Template(PyObject[] literals, int[] groups, boolean hasGroups) {
        this.literals = literals;
        this.groups = groups;
        this.hasGroups = hasGroups;
    }

    static Template of(ThreadState thread, PyPattern pattern, PyObject replacement) {
        // Through re._subx, as the places that warnings are blamed on are counted in frames.
        PyObject filter = ReModule.call(thread, "_subx", pattern, replacement);
        if (filter instanceof PyStr || filter instanceof PyBytes) {
            return new Template(new PyObject[] {filter}, new int[1], false);
        }
        // The default of the function's second parameter is the parsed template, with a pair for each reference: (place
        // in
        // the second list, number of group); there are texts, or None for references.
        PyTuple parsed = (PyTuple) ((PyTuple) Attributes.get(thread, filter, "__defaults__")).get(0);
        PyObject[] references = Sequences.toArray(thread, parsed.get(0));
        PyObject[] literals = Sequences.toArray(thread, parsed.get(1));
        int[] groups = new int[literals.length];
        for (PyObject reference : references) {
            PyTuple pair = (PyTuple) reference;
            int place = (int) ((PyInt) pair.get(0)).longValue();
            groups[place] = (int) ((PyInt) pair.get(1)).longValue();
            literals[place] = null;
        }
        return new Template(literals, groups, references.length > 0);
    }

    /** The text, when there are no references; else null. */
    PyObject literal() {
        return hasGroups || literals.length != 1 ? null : literals[0];
    }

    private static PyObject group(SearchedText text, Matcher matcher, int[] marks, int group) {
        if (group == 0) {
            return text.slice(matcher.start(), matcher.end());
        }
        int from = marks[2 * group - 2];
        int to = marks[2 * group - 1];
        return from < 0 || to < from ? text.empty() : text.slice(from, to);
    }

    /** The replacement for a match; a group that has not matched gives nothing. */
    PyObject expand(SearchedText text, Matcher matcher) {
        int[] marks = matcher.marks();
        if (text.isBytes()) {
            ByteSink out = new ByteSink(32);
            for (int i = 0; i < literals.length; i++) {
                PyObject part = literals[i] != null ? literals[i] : group(text, matcher, marks, groups[i]);
                out.write(((PyBytes) part).bytesUnsafe());
            }
            return PyBytes.of(out.toByteArray());
        }
        StrBuilder out = new StrBuilder();
        for (int i = 0; i < literals.length; i++) {
            PyObject part = literals[i] != null ? literals[i] : group(text, matcher, marks, groups[i]);
            out.append((PyStr) part);
        }
        return out.toPyStr();
    }
}
