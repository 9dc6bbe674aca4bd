package org.pyvm.modules.warnings;

import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.modules.traceback.SourceLines;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyFrame;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Warnings;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code _warnings}. */
@PythonModule("_warnings")
public final class WarningsModule {
    private static final PyStr REGISTRY = PyStr.intern("__warningregistry__");
    private static final PyStr VERSION = PyStr.intern("version");

    private final InterpreterState interpreter;
    private final PyList filters = new PyList();
    private final PyDict onceRegistry = new PyDict();
    private PyObject defaultAction = PyStr.intern("default");
    private long filtersVersion = 1;
    private PyModule module;

    WarningsModule(InterpreterState interpreter) {
        this.interpreter = interpreter;
    }

    @PythonModuleInit
    void init(PyModule object) {
        module = object;
        PyDict dict = object.dict();
        filters.append(filter("default", Exceptions.DEPRECATION_WARNING, PyStr.of("__main__")));
        for (PyType ignored : new PyType[] {
            Exceptions.DEPRECATION_WARNING,
            Exceptions.PENDING_DEPRECATION_WARNING,
            Exceptions.IMPORT_WARNING,
            Exceptions.RESOURCE_WARNING
        }) {
            filters.append(filter("ignore", ignored, Singletons.NONE));
        }
        dict.put("filters", filters);
        dict.put("_onceregistry", onceRegistry);
        dict.put("_defaultaction", defaultAction);
        interpreter.setService(
                Warnings.Issuer.class,
                (thread, message, category, level) -> warn(thread, message, category, level, Singletons.NONE));
        interpreter.setService(
                Warnings.ExplicitIssuer.class,
                (thread, category, message, file, line) ->
                        warnExplicit(thread, category, message, file, line, null, null, Singletons.NONE));
    }

    private static PyObject filter(String action, PyType category, PyObject moduleName) {
        return PyTuple.of(PyStr.intern(action), Singletons.NONE, category, moduleName, PyInt.of(0));
    }

    @PythonFunction("_filters_mutated()")
    void filtersMutated() {
        filtersVersion++;
    }

    @PythonFunction("warn(message, category=None, stacklevel=1, source=None)")
    void warnFunction(ThreadState thread, PyObject message, PyObject category, long stackLevel, PyObject source) {
        PyType type;
        if (message.type().isSubtypeOf(Exceptions.WARNING)) {
            type = message.type();
        } else if (category == Singletons.NONE) {
            type = Exceptions.USER_WARNING;
        } else if (category instanceof PyType cls && cls.isSubtypeOf(Exceptions.WARNING)) {
            type = cls;
        } else {
            throw PyErr.typeError("category must be a Warning subclass, not '%T'", category);
        }
        warn(thread, message, type, stackLevel, source);
    }

    /** Whether a frame is importlib's own, which a warning is never blamed on. */
    private static boolean isInternal(PyFrame frame) {
        String file = frame.code().fileName().toString();
        return file.contains("importlib") && file.contains("_bootstrap");
    }

    private static PyFrame outward(PyFrame frame) {
        PyFrame next = frame.back();
        while (next != null && isInternal(next)) {
            next = next.back();
        }
        return next;
    }

    private void warn(ThreadState thread, PyObject message, PyType category, long stackLevel, PyObject source) {
        PyFrame frame = thread.frame;
        long level = stackLevel;
        if (frame != null && (level <= 0 || isInternal(frame))) {
            while (--level > 0 && frame != null) {
                frame = frame.back();
            }
        } else {
            while (--level > 0 && frame != null) {
                frame = outward(frame);
            }
        }
        PyDict globals = frame == null ? interpreter.sys.dict() : frame.globals();
        PyObject file = frame == null ? PyStr.of("sys") : frame.code().fileName();
        int line = frame == null ? 1 : frame.line();
        PyObject registry = globals.get(REGISTRY);
        if (!(registry instanceof PyDict)) {
            registry = new PyDict();
            globals.put(REGISTRY, registry);
        }
        PyObject name = globals.get(Names.NAME);
        PyObject moduleName = name instanceof PyStr ? name : PyStr.of("<string>");
        warnExplicit(thread, category, message, file, line, moduleName, (PyDict) registry, source);
    }

    @PythonFunction(
            "warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None,"
                    + " source=None)")
    void warnExplicitFunction(
            ThreadState thread,
            PyObject message,
            PyObject category,
            PyObject fileName,
            int line,
            PyObject moduleName,
            PyObject registry,
            PyObject moduleGlobals,
            PyObject source) {
        if (!(fileName instanceof PyStr)) {
            throw PyErr.typeError(
                    "warn_explicit() argument 3 must be str, not %s",
                    fileName == Singletons.NONE ? "None" : fileName.type().name());
        }
        if (moduleGlobals != Singletons.NONE && !(moduleGlobals instanceof PyDict)) {
            throw PyErr.typeError("module_globals must be a dict, not '%T'", moduleGlobals);
        }
        PyType type;
        if (message.type().isSubtypeOf(Exceptions.WARNING)) {
            type = message.type();
        } else if (category instanceof PyType given && given.isSubtypeOf(Exceptions.WARNING)) {
            type = given;
        } else {
            throw PyErr.typeError("category must be a Warning subclass, not '%T'", category);
        }
        if (registry != Singletons.NONE && !(registry instanceof PyDict)) {
            throw PyErr.typeError("'registry' must be a dict or None");
        }
        warnExplicit(
                thread,
                type,
                message,
                fileName,
                line,
                moduleName == Singletons.NONE ? null : moduleName,
                registry instanceof PyDict dict ? dict : null,
                source);
    }

    private static PyObject moduleFor(PyObject fileName) {
        String text = fileName.toString();
        return PyStr.of(
                text.endsWith(".py") ? text.substring(0, text.length() - 3) : text.isEmpty() ? "<unknown>" : text);
    }

    private void warnExplicit(
            ThreadState thread,
            PyType category,
            PyObject message,
            PyObject fileName,
            int line,
            PyObject givenModule,
            PyDict registry,
            PyObject source) {
        PyObject moduleName = givenModule == null ? moduleFor(fileName) : givenModule;
        boolean isWarning = message.type().isSubtypeOf(Exceptions.WARNING);
        PyObject text = isWarning ? Objects.str(thread, message) : message;
        PyObject warning = isWarning ? message : Calls.call(thread, category, message);
        PyObject key = PyTuple.of(text, category, PyInt.of(line));
        if (registry != null && isKnown(thread, registry, key)) {
            return;
        }
        String action = action(thread, category, text, line, moduleName);
        if (action.equals("error")) {
            throw new PyErr((org.pyvm.objects.types.PyBaseException) warning);
        }
        if (action.equals("ignore")) {
            return;
        }
        boolean seen = switch (action) {
            case "once" -> remember(thread, registryOr(registry, onceRegistry()), PyTuple.of(text, category));
            case "module" ->
                remember(thread, registryOr(registry, new PyDict()), PyTuple.of(text, category, PyInt.of(0)));
            case "default" -> remember(thread, registryOr(registry, new PyDict()), key);
            case "always" -> false;
            default ->
                throw PyErr.runtimeError(
                        "Unrecognized action (%s) in warnings.filters:\n %s", action, PyStr.of(action));
        };
        if (!seen) {
            show(thread, warning, text, category, fileName, line, source);
        }
    }

    private static PyDict registryOr(PyDict registry, PyDict fallback) {
        return registry == null ? fallback : registry;
    }

    private PyDict onceRegistry() {
        return attribute("onceregistry") instanceof PyDict dict ? dict : onceRegistry;
    }

    /** An attribute of {@code warnings} once that is imported. */
    private PyObject attribute(String name) {
        return interpreter.modules.get("warnings") instanceof PyModule python
                ? python.dict().get(name)
                : null;
    }

    private boolean isKnown(ThreadState thread, PyDict registry, PyObject key) {
        PyObject version = registry.get(VERSION);
        if (!(version instanceof PyInt number) || number.longValue() != filtersVersion) {
            registry.clearEntries();
            registry.put(VERSION, PyInt.of(filtersVersion));
            return false;
        }
        PyObject known = registry.get(thread, key);
        return known != null && Objects.isTrue(thread, known);
    }

    private static boolean remember(ThreadState thread, PyDict registry, PyObject key) {
        PyObject known = registry.get(thread, key);
        if (known != null && Objects.isTrue(thread, known)) {
            return true;
        }
        registry.put(thread, key, Singletons.TRUE);
        return false;
    }

    private String action(ThreadState thread, PyType category, PyObject text, int line, PyObject moduleName) {
        PyObject current = attribute("filters");
        PyObject list = current == null ? module.dict().get("filters") : current;
        PyObject[] items = org.pyvm.objects.protocol.Sequences.toArray(thread, list);
        for (PyObject item : items) {
            if (!(item instanceof PyTuple entry) || entry.size() != 5) {
                throw PyErr.valueError("warnings.filters item isn't a 5-tuple");
            }
            PyInt wanted = (PyInt) entry.get(4);
            if (Objects.isSubclass(thread, category, entry.get(2))
                    && (wanted.signum() == 0 || wanted.longValue() == line)
                    && matches(thread, entry.get(1), text)
                    && matches(thread, entry.get(3), moduleName)) {
                return entry.get(0).toString();
            }
        }
        PyObject fallback = attribute("defaultaction");
        return (fallback == null ? defaultAction : fallback).toString();
    }

    /** A filter's pattern is None, a text to be equal to, or a compiled regular expression. */
    private static boolean matches(ThreadState thread, PyObject pattern, PyObject text) {
        if (pattern == Singletons.NONE) {
            return true;
        }
        if (pattern instanceof PyStr exact) {
            return exact.sameText((PyStr) text);
        }
        return Objects.isTrue(thread, Calls.callMethod(thread, pattern, PyStr.intern("match"), text));
    }

    private void show(
            ThreadState thread,
            PyObject warning,
            PyObject text,
            PyType category,
            PyObject fileName,
            int line,
            PyObject source) {
        PyObject python = attribute("_showwarnmsg");
        PyObject messageType = attribute("WarningMessage");
        if (python != null && messageType != null) {
            PyObject message = Calls.callArray(
                    thread,
                    messageType,
                    warning,
                    category,
                    fileName,
                    PyInt.of(line),
                    Singletons.NONE,
                    Singletons.NONE,
                    source);
            Calls.call(thread, python, message);
            return;
        }
        PyObject stderr = interpreter.sys.dict().get(Names.STDERR_NAME);
        if (stderr == null || stderr == Singletons.NONE) {
            return;
        }
        PyStr shown = PyStr.of(fileName + ":" + line + ": " + category.name() + ": " + text + "\n");
        Calls.callMethod(thread, stderr, Names.WRITE_NAME, shown);
        String code = SourceLines.line(thread, fileName.toString(), line);
        if (code != null) {
            Calls.callMethod(thread, stderr, Names.WRITE_NAME, PyStr.of("  " + code.strip() + "\n"));
        }
    }
}
