package org.pyvm.modules.sre;

import java.util.Arrays;
import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyCallIterator;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyGenericAlias;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyMappingProxy;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code re.Pattern}: a compiled regular expression. */
@PythonType(name = "Pattern", module = "re")
public final class PyPattern extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "re", "Pattern", new PyPatternExposed.SlotTable(), new PyPatternExposed())
            .notSubclassable()
            .weakReferenceable();

    private final PyObject pattern;
    private final int flags;
    private final int[] code;
    private final Program program;
    private final int groups;
    private final PyDict groupIndex;
    private final PyTuple indexGroup;

    /** @param pattern the text it was compiled from, or None */
    PyPattern(PyObject pattern, int flags, int[] code, int groups, PyDict groupIndex, PyTuple indexGroup) {
        super(TYPE);
        this.pattern = pattern;
        this.flags = flags;
        this.code = code;
        this.groups = groups;
        this.groupIndex = groupIndex;
        this.indexGroup = indexGroup;
        this.program = ProgramBuilder.build(code, groups);
    }

    @PythonGetter(value = "pattern", member = true)
    PyObject pattern() {
        return pattern;
    }

    @PythonGetter(value = "flags", member = true)
    int flags() {
        return flags;
    }

    @PythonGetter(value = "groups", member = true)
    int groups() {
        return groups;
    }

    @PythonGetter("groupindex")
    PyObject groupIndexProxy() {
        return new PyMappingProxy(groupIndex);
    }

    PyDict groupIndex() {
        return groupIndex;
    }

    /** The name of a group, or None. */
    PyObject nameOf(int group) {
        return group >= 0 && group < indexGroup.size() ? indexGroup.get(group) : Singletons.NONE;
    }

    private boolean isFor(boolean bytes) {
        return pattern == Singletons.NONE || bytes != pattern instanceof PyStr;
    }

    SearchedText text(ThreadState thread, PyObject string) {
        SearchedText text = SearchedText.of(thread, string);
        if (!isFor(text.isBytes())) {
            throw PyErr.typeError(
                    text.isBytes()
                            ? "cannot use a string pattern on a bytes-like object"
                            : "cannot use a bytes pattern on a string-like object");
        }
        return text;
    }

    /** A matcher for the text before a position. */
    Matcher matcher(ThreadState thread, SearchedText text, int end) {
        return new Matcher(thread, program, text.subject(), end);
    }

    static int clamp(long position, SearchedText text) {
        return (int) Math.max(0, Math.min(position, text.subject().length()));
    }

    /** The match of a matcher that has succeeded. */
    PyMatch match(SearchedText text, Matcher matcher, int pos, int endPos) {
        return new PyMatch(this, text, matcher, pos, endPos);
    }

    /** Whether and how a single attempt is made. */
    private enum Mode {
        MATCH,
        FULL_MATCH,
        SEARCH
    }

    private PyObject attempt(ThreadState thread, Mode mode, PyObject string, long pos, long endPos) {
        SearchedText text = text(thread, string);
        int end = clamp(endPos, text);
        int start = clamp(pos, text);
        if (start > end) {
            return Singletons.NONE;
        }
        Matcher matcher = matcher(thread, text, end);
        boolean found = switch (mode) {
            case MATCH -> matcher.match(start);
            case FULL_MATCH -> matcher.fullMatch(start);
            case SEARCH -> matcher.search(start);
        };
        return found ? match(text, matcher, start, end) : Singletons.NONE;
    }

    @PythonMethod("match($self, /, string, pos=0, endpos=sys.maxsize)")
    PyObject match(ThreadState thread, PyObject string, long pos, long endPos) {
        return attempt(thread, Mode.MATCH, string, pos, endPos);
    }

    @PythonMethod("fullmatch($self, /, string, pos=0, endpos=sys.maxsize)")
    PyObject fullMatch(ThreadState thread, PyObject string, long pos, long endPos) {
        return attempt(thread, Mode.FULL_MATCH, string, pos, endPos);
    }

    @PythonMethod("search($self, /, string, pos=0, endpos=sys.maxsize)")
    PyObject search(ThreadState thread, PyObject string, long pos, long endPos) {
        return attempt(thread, Mode.SEARCH, string, pos, endPos);
    }

    @PythonMethod("scanner($self, /, string, pos=0, endpos=sys.maxsize)")
    PyObject scanner(ThreadState thread, PyObject string, long pos, long endPos) {
        return new PyScanner(this, thread, text(thread, string), pos, endPos);
    }

    @PythonMethod("finditer($self, /, string, pos=0, endpos=sys.maxsize)")
    PyObject findIterator(ThreadState thread, PyObject string, long pos, long endPos) {
        PyObject scanner = scanner(thread, string, pos, endPos);
        return new PyCallIterator(Attributes.get(thread, scanner, "search"), Singletons.NONE);
    }

    @PythonMethod("findall($self, /, string, pos=0, endpos=sys.maxsize)")
    PyObject findAll(ThreadState thread, PyObject string, long pos, long endPos) {
        SearchedText text = text(thread, string);
        int end = clamp(endPos, text);
        int at = clamp(pos, text);
        Matcher matcher = matcher(thread, text, end);
        PyList found = new PyList();
        while (at <= end && matcher.search(at)) {
            found.append(found(text, matcher));
            at = matcher.end();
            matcher.forbidEmptyAt(at == matcher.start() ? at : -1);
        }
        return found;
    }

    private PyObject found(SearchedText text, Matcher matcher) {
        if (groups == 0) {
            return text.slice(matcher.start(), matcher.end());
        }
        int[] marks = matcher.marks();
        PyObject[] parts = new PyObject[groups];
        for (int i = 0; i < groups; i++) {
            boolean matched = marks[2 * i] >= 0 && marks[2 * i + 1] >= 0;
            parts[i] = matched ? text.slice(marks[2 * i], Math.max(marks[2 * i], marks[2 * i + 1])) : text.empty();
        }
        return groups == 1 ? parts[0] : PyTuple.of(parts);
    }

    @PythonMethod("split($self, /, string, maxsplit=0)")
    PyObject split(ThreadState thread, PyObject string, long most) {
        SearchedText text = text(thread, string);
        int end = text.subject().length();
        Matcher matcher = matcher(thread, text, end);
        PyList parts = new PyList();
        int last = 0;
        int at = 0;
        for (long n = 0; (most == 0 || n < most) && matcher.search(at); n++) {
            parts.append(text.slice(last, matcher.start()));
            int[] marks = matcher.marks();
            for (int i = 0; i < groups; i++) {
                boolean matched = marks[2 * i] >= 0 && marks[2 * i + 1] >= 0;
                parts.append(
                        matched ? text.slice(marks[2 * i], Math.max(marks[2 * i], marks[2 * i + 1])) : Singletons.NONE);
            }
            at = matcher.end();
            last = at;
            matcher.forbidEmptyAt(at == matcher.start() ? at : -1);
        }
        parts.append(text.slice(last, end));
        return parts;
    }

    @PythonMethod("sub($self, /, repl, string, count=0)")
    PyObject substitute(ThreadState thread, PyObject replacement, PyObject string, long count) {
        return new Substitution(thread, this, replacement, string).run(count);
    }

    @PythonMethod("subn($self, /, repl, string, count=0)")
    PyObject substituteAndCount(ThreadState thread, PyObject replacement, PyObject string, long count) {
        Substitution substitution = new Substitution(thread, this, replacement, string);
        PyObject result = substitution.run(count);
        return PyTuple.of(result, PyInt.of(substitution.count()));
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

    @SlotMethod(Slot.TP_HASH)
    long hash(ThreadState thread) {
        long hash = Arrays.hashCode(code) ^ Objects.hash(thread, pattern) ^ flags ^ groups;
        return hash == -1 ? -2 : hash;
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject compare(ThreadState thread, PyObject other, Comparison op) {
        if (op != Comparison.EQ && op != Comparison.NE || !(other instanceof PyPattern that)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        // The pattern too, since a str and bytes of the same code are different.
        boolean equal = this == that
                || flags == that.flags
                        && isFor(true) == that.isFor(true)
                        && Arrays.equals(code, that.code)
                        && Comparisons.equal(thread, pattern, that.pattern);
        return PyBool.of(equal == (op == Comparison.EQ));
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        PyStr shown = Objects.repr(thread, pattern);
        PyStr cut = shown.length() > 200 ? shown.substring(0, 200) : shown;
        String names = FlagNames.of(flags, pattern instanceof PyStr);
        return PyStr.of("re.compile(").concat(cut).concat(PyStr.of(names.isEmpty() ? ")" : ", " + names + ")"));
    }
}
