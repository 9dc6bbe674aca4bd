package org.pyvm.objects.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pyvm.objects.BuiltinMembers;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Shape;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Objects;

/** What distinguishes the built-in exception types: their constructors, fields and texts. */
final class ExceptionTypes {
    private static final PyStr MSG = PyStr.intern("msg");
    /** What a second call of {@code ImportError.__init__} takes back. */
    private static final List<PyStr> IMPORT_FIELDS =
            List.of(PyStr.intern("name"), PyStr.intern("path"), PyStr.intern("name_from"));

    private static final PyStr CODE = PyStr.intern("code");

    /** The fields that a type has beside those of its base. */
    private static final Map<String, List<String>> FIELDS = Map.of(
            "StopIteration", List.of("value"),
            "SystemExit", List.of("code"),
            "ImportError", List.of("msg", "name", "path", "name_from"),
            "NameError", List.of("name"),
            "AttributeError", List.of("name", "obj"),
            "OSError", List.of("errno", "strerror", "filename", "filename2", "characters_written"),
            "SyntaxError",
                    List.of(
                            "msg",
                            "filename",
                            "lineno",
                            "offset",
                            "text",
                            "end_lineno",
                            "end_offset",
                            "print_file_and_line"),
            "UnicodeDecodeError", List.of("encoding", "object", "start", "end", "reason"),
            "UnicodeEncodeError", List.of("encoding", "object", "start", "end", "reason"),
            "UnicodeTranslateError", List.of("encoding", "object", "start", "end", "reason"));

    private ExceptionTypes() {}

    static PyType declare(String name, PyType base) {
        if (base == null) {
            return PyType.builtin(
                            "builtins", name, new PyBaseExceptionExposed.SlotTable(), new PyBaseExceptionExposed())
                    .withDict();
        }
        BuiltinMembers members = name.equals("BaseExceptionGroup")
                ? new ExceptionGroupMembers()
                : FIELDS.containsKey(name) ? (type, dict) -> defineFields(name, type, dict) : null;
        PyType type = PyType.builtin("builtins", name, base, new PyBaseExceptionExposed.SlotTable(), members);
        // In CPython those with members of their own are structures of their own, and two of these do not mix.
        return members == null ? type.withLayoutOfBase() : type;
    }

    private static void defineFields(String name, PyType type, PyDict dict) {
        for (String field : FIELDS.get(name)) {
            PyStr attribute = PyStr.intern(field);
            boolean computed = field.equals("characters_written");
            dict.put(attribute, new ExceptionField(type, attribute, false, computed));
        }
    }

    private static boolean is(PyBaseException exception, PyType type) {
        return exception.type().isSubtypeOf(type);
    }

    /** An exception with positional arguments only, as Java code makes them. */
    static PyBaseException create(PyType type, PyTuple args) {
        PyType actual = type == Exceptions.OS_ERROR ? OsErrors.typeFor(args.itemsUnsafe()) : type;
        PyBaseException exception = new PyBaseException(actual, args);
        fillFields(exception, args.toArray());
        return exception;
    }

    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        int named = names == null ? 0 : names.length;
        PyObject[] positional = named == 0 ? args.clone() : java.util.Arrays.copyOf(args, args.length - named);
        if (cls.isSubtypeOf(Exceptions.BASE_EXCEPTION_GROUP)) {
            return ExceptionGroupMembers.make(thread, cls, positional);
        }
        PyType type = cls == Exceptions.OS_ERROR ? OsErrors.typeFor(positional) : cls;
        PyBaseException exception = new PyBaseException(type, PyTuple.of(positional));
        if (type.isSubtypeOf(Exceptions.OS_ERROR) && !overridesInit(cls)) {
            OsErrors.fill(exception, positional);
        }
        return exception;
    }

    private static boolean overridesInit(PyType cls) {
        return cls.isHeapType()
                && cls.lookup(Names.INIT) != Exceptions.OS_ERROR.lookup(Names.INIT)
                && cls.lookup(Names.NEW) == Exceptions.OS_ERROR.lookup(Names.NEW);
    }

    static void init(ThreadState thread, PyBaseException self, PyObject[] values, PyStr[] names) {
        int named = names == null ? 0 : names.length;
        PyObject[] args = named == 0 ? values.clone() : java.util.Arrays.copyOf(values, values.length - named);
        if (is(self, Exceptions.OS_ERROR)) {
            if (overridesInit(self.type())) {
                OsErrors.fill(self, args);
            }
            if (named > 0 && self.type().lookup(Names.NEW) == Exceptions.OS_ERROR.lookup(Names.NEW)) {
                throw noKeywords(self);
            }
            return;
        }
        if (is(self, Exceptions.IMPORT_ERROR)) {
            for (PyStr field : IMPORT_FIELDS) {
                self.setField(field, null);
            }
        }
        if (is(self, Exceptions.BASE_EXCEPTION_GROUP)) {
            return;
        }
        for (int i = 0; i < named; i++) {
            initKeyword(self, names[i], values[args.length + i]);
        }
        self.setArgs(PyTuple.of(args));
        fillFields(self, args);
    }

    private static PyErr noKeywords(PyBaseException self) {
        return PyErr.typeError("%T() takes no keyword arguments", self);
    }

    private static void initKeyword(PyBaseException self, PyStr name, PyObject value) {
        boolean known =
                is(self, Exceptions.IMPORT_ERROR) && (name.is("name") || name.is("path") || name.is("name_from"))
                        || is(self, Exceptions.NAME_ERROR) && name.is("name")
                        || is(self, Exceptions.ATTRIBUTE_ERROR) && (name.is("name") || name.is("obj"));
        if (known) {
            self.setField(PyStr.intern(name), value);
            return;
        }
        if (is(self, Exceptions.IMPORT_ERROR)) {
            throw PyErr.typeError("'%s' is an invalid keyword argument for ImportError", name);
        }
        if (is(self, Exceptions.NAME_ERROR)) {
            throw PyErr.typeError("'%s' is an invalid keyword argument for NameError", name);
        }
        if (is(self, Exceptions.ATTRIBUTE_ERROR)) {
            throw PyErr.typeError("'%s' is an invalid keyword argument for AttributeError", name);
        }
        throw noKeywords(self);
    }

    private static void fillFields(PyBaseException self, PyObject[] args) {
        if (is(self, Exceptions.STOP_ITERATION)) {
            self.setField(Names.VALUE_NAME, args.length > 0 ? args[0] : null);
        } else if (is(self, Exceptions.SYSTEM_EXIT)) {
            self.setField(
                    CODE, args.length == 0 ? Singletons.NONE : args.length == 1 ? args[0] : PyTuple.of(args.clone()));
        } else if (is(self, Exceptions.IMPORT_ERROR)) {
            self.setField(MSG, args.length == 1 ? args[0] : null);
        } else if (is(self, Exceptions.SYNTAX_ERROR)) {
            fillSyntaxError(self, args);
        } else if (is(self, Exceptions.UNICODE_ERROR)) {
            UnicodeErrors.fill(self, args);
        } else if (is(self, Exceptions.OS_ERROR)) {
            OsErrors.fill(self, args);
        }
    }

    private static void fillSyntaxError(PyBaseException self, PyObject[] args) {
        if (args.length > 0) {
            self.setField(MSG, args[0]);
        }
        if (args.length != 2) {
            return;
        }
        PyTuple details = org.pyvm.objects.protocol.Sequences.toTuple(ThreadState.current(), args[1]);
        int count = details.size();
        if (count < 4) {
            throw PyErr.typeError(
                    "function missing required argument '%s' (pos %d)",
                    List.of("filename", "lineno", "offset", "text").get(count), count + 1);
        }
        if (count == 5) {
            throw PyErr.typeError("end_offset must be provided when end_lineno is provided");
        }
        if (count > 6) {
            throw PyErr.typeError("function takes at most 6 arguments (%d given)", count);
        }
        List<String> names = List.of("filename", "lineno", "offset", "text", "end_lineno", "end_offset");
        for (int i = 0; i < count; i++) {
            self.setField(PyStr.intern(names.get(i)), details.get(i));
        }
    }

    /** {@code str(exception)}. */
    static PyStr text(ThreadState thread, PyBaseException self) {
        if (is(self, Exceptions.KEY_ERROR) && self.args().size() == 1) {
            return Objects.repr(thread, self.args().get(0));
        }
        if (is(self, Exceptions.OS_ERROR)) {
            PyStr text = OsErrors.text(thread, self);
            return text == null ? self.plainText(thread) : text;
        }
        if (is(self, Exceptions.IMPORT_ERROR)) {
            PyObject message = self.field(MSG);
            return message instanceof PyStr text && text.type() == PyStr.TYPE ? text : self.plainText(thread);
        }
        if (is(self, Exceptions.SYNTAX_ERROR)) {
            return syntaxErrorText(thread, self);
        }
        if (is(self, Exceptions.UNICODE_ERROR)) {
            PyStr text = UnicodeErrors.text(thread, self);
            return text == null ? self.plainText(thread) : text;
        }
        if (is(self, Exceptions.BASE_EXCEPTION_GROUP)) {
            return ExceptionGroupMembers.text(thread, self);
        }
        return self.plainText(thread);
    }

    private static PyStr syntaxErrorText(ThreadState thread, PyBaseException self) {
        PyObject message = self.field(MSG) == null ? Singletons.NONE : self.field(MSG);
        PyStr text = Objects.str(thread, message);
        PyObject file = self.field(PyStr.intern("filename"));
        PyObject line = self.field(PyStr.intern("lineno"));
        boolean hasFile = file instanceof PyStr;
        boolean hasLine = line != null && line.type() == PyInt.TYPE;
        if (!hasFile && !hasLine) {
            return text;
        }
        String base = hasFile ? file.toString().substring(file.toString().lastIndexOf('/') + 1) : "";
        if (hasFile && hasLine) {
            return PyStr.of(text + " (" + base + ", line " + line + ")");
        }
        return PyStr.of(hasFile ? text + " (" + base + ")" : text + " (line " + line + ")");
    }

    static PyObject reduce(ThreadState thread, PyBaseException self) {
        PyTuple args = self.args();
        PyDict state = null;
        Shape shape = self.shape();
        if (shape != null && (shape.isDictionary() || shape.names().length > 0)) {
            state = Shape.dictionaryOf(self).copyEntries();
        }
        if (is(self, Exceptions.OS_ERROR)) {
            args = OsErrors.reduceArgs(self);
        } else if (is(self, Exceptions.IMPORT_ERROR)) {
            for (String name : List.of("name", "path")) {
                PyObject value = self.field(PyStr.intern(name));
                if (value != null && value != Singletons.NONE) {
                    state = state == null ? new PyDict() : state;
                    state.put(name, value);
                }
            }
        }
        return state == null || state.size() == 0
                ? PyTuple.of(self.type(), args)
                : PyTuple.of(self.type(), args, state);
    }

    static PyType exceptionGroup(ThreadState thread) {
        return (PyType) thread.interpreter().builtins.get("ExceptionGroup");
    }

    static PyObject keepLeaves(ThreadState thread, PyBaseException exception, List<PyObject> leaves) {
        PyTuple members = Exceptions.groupMembers(exception);
        if (members == null) {
            return leaves.contains(exception) ? exception : Singletons.NONE;
        }
        List<PyObject> kept = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            PyObject part = keepLeaves(thread, (PyBaseException) members.get(i), leaves);
            if (part != Singletons.NONE) {
                kept.add(part);
            }
        }
        return kept.isEmpty() ? Singletons.NONE : ExceptionGroupMembers.derive(thread, exception, kept);
    }
}
