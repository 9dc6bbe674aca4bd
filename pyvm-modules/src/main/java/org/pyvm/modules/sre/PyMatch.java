package org.pyvm.modules.sre;

import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyGenericAlias;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code re.Match}: where a pattern matched. */
@PythonType(name = "Match", module = "re")
public final class PyMatch extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "re", "Match", new PyMatchExposed.SlotTable(), new PyMatchExposed())
            .notSubclassable();

    private final PyPattern pattern;
    private final PyObject string;
    /** Positions by group: start and end, -1 for a group that has not matched. */
    private final int[] marks;

    private final int lastIndex;
    private final int pos;
    private final int endPos;
    /** Null once the bytes may have changed: they are read afresh then. */
    private final SearchedText text;

    PyMatch(PyPattern pattern, SearchedText text, Matcher matcher, int pos, int endPos) {
        super(TYPE);
        this.pattern = pattern;
        this.string = text.object();
        this.text = text.isBytes() && !(string instanceof org.pyvm.objects.types.PyBytes) ? null : text;
        this.pos = pos;
        this.endPos = endPos;
        this.lastIndex = matcher.lastIndex();
        int[] inner = matcher.marks();
        marks = new int[inner.length + 2];
        marks[0] = matcher.start();
        marks[1] = matcher.end();
        for (int i = 0; i < inner.length; i += 2) {
            boolean matched = inner[i] >= 0 && inner[i + 1] >= 0;
            marks[i + 2] = matched ? inner[i] : -1;
            marks[i + 3] = matched ? inner[i + 1] : -1;
        }
    }

    private PyObject slice(ThreadState thread, int group, PyObject missing) {
        int from = marks[2 * group];
        if (from < 0) {
            return missing;
        }
        SearchedText current = text != null ? text : SearchedText.of(thread, string);
        int length = current.subject().length();
        int start = Math.min(from, length);
        return current.slice(start, Math.max(start, Math.min(marks[2 * group + 1], length)));
    }

    /** The number of a group that is given by number or name. @throws PyErr IndexError */
    private int groupNumber(ThreadState thread, PyObject key) {
        long number = -1;
        if (key.getClass() == PyInt.of(0).getClass()) {
            number = ((PyInt) key).longValue();
        } else if (key.type().slots().has(Slot.NB_INDEX)) {
            number = Numbers.toClampedIndex(thread, key);
        } else if (pattern.groupIndex().get(thread, key) instanceof PyInt index) {
            number = index.longValue();
        }
        if (number < 0 || number >= marks.length / 2) {
            throw PyErr.indexError("no such group");
        }
        return (int) number;
    }

    private PyObject group(ThreadState thread, PyObject key) {
        return slice(thread, groupNumber(thread, key), Singletons.NONE);
    }

    @PythonMethod(value = "group", raw = true)
    PyObject group(ThreadState thread, PyObject[] args, PyStr[] names) {
        Arguments.noKeywords("group", names);
        if (args.length == 0) {
            return slice(thread, 0, Singletons.NONE);
        }
        if (args.length == 1) {
            return group(thread, args[0]);
        }
        PyObject[] groups = new PyObject[args.length];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = group(thread, args[i]);
        }
        return PyTuple.of(groups);
    }

    @SlotMethod(Slot.MP_SUBSCRIPT)
    PyObject subscript(ThreadState thread, PyObject key) {
        return group(thread, key);
    }

    @PythonMethod("groups($self, /, default=None)")
    PyObject groups(ThreadState thread, PyObject missing) {
        PyObject[] groups = new PyObject[marks.length / 2 - 1];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = slice(thread, i + 1, missing);
        }
        return PyTuple.of(groups);
    }

    @PythonMethod("groupdict($self, /, default=None)")
    PyObject groupDict(ThreadState thread, PyObject missing) {
        PyDict groups = new PyDict();
        PyDict index = pattern.groupIndex();
        for (int i = index.nextEntry(0); i >= 0; i = index.nextEntry(i + 1)) {
            PyObject name = index.keyAt(i);
            groups.put(thread, name, slice(thread, groupNumber(thread, name), missing));
        }
        return groups;
    }

    @PythonMethod("start($self, group=0, /)")
    int start(ThreadState thread, PyObject group) {
        return marks[2 * groupNumber(thread, group)];
    }

    @PythonMethod("end($self, group=0, /)")
    int end(ThreadState thread, PyObject group) {
        return marks[2 * groupNumber(thread, group) + 1];
    }

    @PythonMethod("span($self, group=0, /)")
    PyObject span(ThreadState thread, PyObject group) {
        return span(groupNumber(thread, group));
    }

    private PyTuple span(int group) {
        return PyTuple.of(PyInt.of(marks[2 * group]), PyInt.of(marks[2 * group + 1]));
    }

    @PythonMethod("expand($self, /, template)")
    PyObject expand(ThreadState thread, PyObject template) {
        return ReModule.call(thread, "_expand", pattern, this, template);
    }

    @PythonGetter(value = "string", member = true)
    PyObject string() {
        return string;
    }

    @PythonGetter(value = "re", member = true)
    PyObject pattern() {
        return pattern;
    }

    @PythonGetter(value = "pos", member = true)
    int pos() {
        return pos;
    }

    @PythonGetter(value = "endpos", member = true)
    int endPos() {
        return endPos;
    }

    @PythonGetter("lastindex")
    PyObject lastIndex() {
        return lastIndex >= 0 ? PyInt.of(lastIndex) : Singletons.NONE;
    }

    @PythonGetter("lastgroup")
    PyObject lastGroup() {
        return pattern.nameOf(lastIndex);
    }

    @PythonGetter("regs")
    PyObject registers() {
        PyObject[] spans = new PyObject[marks.length / 2];
        for (int i = 0; i < spans.length; i++) {
            spans[i] = span(i);
        }
        return PyTuple.of(spans);
    }

    @PythonMethod("__copy__($self, /)")
    PyObject copy() {
        return this;
    }

    @PythonMethod("__deepcopy__($self, memo, /)")
    PyObject deepCopy(PyObject memo) {
        return this;
    }

    @PythonClassMethod("__class_getitem__($type, object, /)")
    static PyObject classGetItem(ThreadState thread, PyType type, PyObject object) {
        return PyGenericAlias.of(thread, type, object);
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        PyStr shown = Objects.repr(thread, slice(thread, 0, Singletons.NONE));
        String head = "<re.Match object; span=(" + marks[0] + ", " + marks[1] + "), match=";
        return PyStr.of(head).concat(shown).concat(PyStr.of(">"));
    }
}
