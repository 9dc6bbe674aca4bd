package org.pyvm.modules.builtins;

import org.pyvm.eval.semantics.ClassBuilding;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.objects.Identity;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyFrame;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.BinaryOperator;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.IntText;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyByteArray;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyCallIterator;
import org.pyvm.objects.types.PyClassMethod;
import org.pyvm.objects.types.PyComplex;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyEnumerate;
import org.pyvm.objects.types.PyFilter;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyFrozenSet;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyMap;
import org.pyvm.objects.types.PyMemoryView;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyProperty;
import org.pyvm.objects.types.PyRange;
import org.pyvm.objects.types.PyReversed;
import org.pyvm.objects.types.PySet;
import org.pyvm.objects.types.PySlice;
import org.pyvm.objects.types.PyStaticMethod;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PySuper;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.objects.types.PyZip;

/** {@code builtins}: functions on single objects, attributes and numbers, and the table of built-in types. */
@PythonModule("builtins")
public final class BuiltinsModule {
    @PythonModuleInit
    void init(ThreadState thread, PyModule module) {
        PyDict dict = module.dict();
        PyType[] types = {
            PyType.OBJECT,
            PyMemoryView.TYPE,
            PyType.TYPE,
            PyBool.TYPE,
            PyByteArray.TYPE,
            PyBytes.TYPE,
            PyClassMethod.TYPE,
            PyComplex.TYPE,
            PyDict.TYPE,
            PyEnumerate.TYPE,
            PyFilter.TYPE,
            PyFloat.TYPE,
            PyFrozenSet.TYPE,
            PyInt.TYPE,
            PyList.TYPE,
            PyMap.TYPE,
            PyProperty.TYPE,
            PyRange.TYPE,
            PyReversed.TYPE,
            PySet.TYPE,
            PySlice.TYPE,
            PyStaticMethod.TYPE,
            PyStr.TYPE,
            PySuper.TYPE,
            PyTuple.TYPE,
            PyZip.TYPE
        };
        for (PyType type : types) {
            dict.put(type.name(), type);
        }
        for (PyType type : Exceptions.ALL) {
            dict.put(type.name(), type);
        }
        dict.put("EnvironmentError", Exceptions.OS_ERROR);
        dict.put("IOError", Exceptions.OS_ERROR);
        dict.put("None", Singletons.NONE);
        dict.put("True", Singletons.TRUE);
        dict.put("False", Singletons.FALSE);
        dict.put("Ellipsis", Singletons.ELLIPSIS);
        dict.put("NotImplemented", Singletons.NOT_IMPLEMENTED);
        int optimize = thread.interpreter().service(Compilation.Options.class, Compilation.Options::new).optimize;
        dict.put(Names.DEBUG, PyBool.of(optimize == 0));
        thread.interpreter().builtins = dict;
        dict.put("ExceptionGroup", Exceptions.makeExceptionGroup(thread));
    }

    @PythonFunction("abs(x, /)")
    PyObject abs(ThreadState thread, PyObject x) {
        return Numbers.absolute(thread, x);
    }

    @PythonFunction("all(iterable, /)")
    boolean all(ThreadState thread, PyObject iterable) {
        PyObject iterator = Iterators.iter(thread, iterable);
        for (PyObject item; (item = Iterators.next(thread, iterator)) != null; ) {
            if (!Objects.isTrue(thread, item)) {
                return false;
            }
        }
        return true;
    }

    @PythonFunction("any(iterable, /)")
    boolean any(ThreadState thread, PyObject iterable) {
        PyObject iterator = Iterators.iter(thread, iterable);
        for (PyObject item; (item = Iterators.next(thread, iterator)) != null; ) {
            if (Objects.isTrue(thread, item)) {
                return true;
            }
        }
        return false;
    }

    @PythonFunction("ascii(obj, /)")
    PyObject ascii(ThreadState thread, PyObject obj) {
        return Objects.ascii(thread, obj);
    }

    @PythonFunction("bin(number, /)")
    String bin(ThreadState thread, PyObject number) {
        return prefixed(Numbers.index(thread, number), 2, "0b");
    }

    @PythonFunction("oct(number, /)")
    String oct(ThreadState thread, PyObject number) {
        return prefixed(Numbers.index(thread, number), 8, "0o");
    }

    @PythonFunction("hex(number, /)")
    String hex(ThreadState thread, PyObject number) {
        return prefixed(Numbers.index(thread, number), 16, "0x");
    }

    private static String prefixed(PyInt number, int radix, String prefix) {
        String digits = IntText.magnitude(number, radix);
        return (number.signum() < 0 ? "-" : "") + prefix + digits;
    }

    @PythonFunction("callable(obj, /)")
    boolean callable(PyObject obj) {
        return Calls.isCallable(obj);
    }

    @PythonFunction("chr(i, /)")
    PyObject chr(ThreadState thread, PyObject i) {
        PyInt number = Numbers.index(thread, i);
        if (!number.fitsLong() || number.longValue() != (int) number.longValue()) {
            throw PyErr.overflowError("Python int too large to convert to C int");
        }
        int codePoint = (int) number.longValue();
        if (codePoint < 0 || codePoint > 0x10FFFF) {
            throw PyErr.valueError("chr() arg not in range(0x110000)");
        }
        return PyStr.ofCodePoint(codePoint);
    }

    @PythonFunction("ord(c, /)")
    int ord(PyObject c) {
        int length;
        if (c instanceof PyStr text) {
            length = text.length();
            if (length == 1) {
                return text.codePointAt(0);
            }
        } else if (c instanceof PyBytes bytes) {
            length = bytes.size();
            if (length == 1) {
                return bytes.get(0) & 0xFF;
            }
        } else if (c instanceof PyByteArray) {
            length = Objects.length(ThreadState.current(), c);
            if (length == 1) {
                return (int) ((PyInt) Objects.getItem(ThreadState.current(), c, PyInt.of(0))).longValue();
            }
        } else {
            throw PyErr.typeError("ord() expected string of length 1, but %T found", c);
        }
        throw PyErr.typeError("ord() expected a character, but string of length %d found", length);
    }

    @PythonFunction("delattr(obj, name, /)")
    void delattr(ThreadState thread, PyObject obj, PyObject name) {
        Attributes.delete(thread, obj, attributeName(name));
    }

    private static PyStr attributeName(PyObject name) {
        if (name instanceof PyStr text) {
            return PyStr.intern(text);
        }
        throw PyErr.typeError("attribute name must be string, not '%T'", name);
    }

    @PythonFunction("setattr(obj, name, value, /)")
    void setattr(ThreadState thread, PyObject obj, PyObject name, PyObject value) {
        Attributes.set(thread, obj, attributeName(name), value);
    }

    @PythonFunction("hasattr(obj, name, /)")
    boolean hasattr(ThreadState thread, PyObject obj, PyObject name) {
        return Attributes.getOrNull(thread, obj, attributeName(name)) != null;
    }

    @PythonFunction("getattr(object, name, default=<unrepresentable>, /)")
    PyObject getattr(ThreadState thread, PyObject object, PyObject name, PyObject fallback) {
        PyStr attribute = attributeName(name);
        if (fallback == null) {
            return Attributes.get(thread, object, attribute);
        }
        PyObject value = Attributes.getOrNull(thread, object, attribute);
        return value != null ? value : fallback;
    }

    @PythonFunction("dir(object=<unrepresentable>, /)")
    PyObject dir(ThreadState thread, PyObject object) {
        PyObject names;
        if (object == null) {
            names = Calls.callMethod(thread, currentFrame(thread).locals(thread), Names.KEYS_NAME);
        } else {
            PyObject method = Attributes.specialOrNull(thread, object, Names.DIR);
            if (method == null) {
                throw PyErr.typeError("object does not provide __dir__");
            }
            names = Calls.call(thread, method);
        }
        PyList list = org.pyvm.objects.protocol.Sequences.toList(thread, names);
        Calls.callMethod(thread, list, Names.SORT_NAME);
        return list;
    }

    static PyFrame currentFrame(ThreadState thread) {
        if (thread.frame == null) {
            throw PyErr.systemError("frame does not exist");
        }
        return thread.frame;
    }

    @PythonFunction("divmod(x, y, /)")
    PyObject divmod(ThreadState thread, PyObject x, PyObject y) {
        return Numbers.binary(thread, BinaryOperator.DIVMOD, x, y);
    }

    @PythonFunction("format(value, format_spec='', /)")
    PyObject format(ThreadState thread, PyObject value, PyStr spec) {
        return Objects.format(thread, value, spec);
    }

    @PythonFunction("globals()")
    PyObject globals(ThreadState thread) {
        return currentFrame(thread).globals();
    }

    @PythonFunction("locals()")
    PyObject locals(ThreadState thread) {
        return currentFrame(thread).locals(thread);
    }

    @PythonFunction("vars(object=<unrepresentable>, /)")
    PyObject vars(ThreadState thread, PyObject object) {
        if (object == null) {
            return currentFrame(thread).locals(thread);
        }
        PyObject dict = Attributes.getOrNull(thread, object, Names.DICT);
        if (dict == null) {
            throw PyErr.typeError("vars() argument must have __dict__ attribute");
        }
        return dict;
    }

    @PythonFunction("hash(obj, /)")
    long hash(ThreadState thread, PyObject obj) {
        return Objects.hash(thread, obj);
    }

    @PythonFunction("id(obj, /)")
    long id(PyObject obj) {
        return Identity.of(obj);
    }

    @PythonFunction("isinstance(obj, class_or_tuple, /)")
    boolean isinstance(ThreadState thread, PyObject obj, PyObject classOrTuple) {
        return Objects.isInstance(thread, obj, classOrTuple);
    }

    @PythonFunction("issubclass(cls, class_or_tuple, /)")
    boolean issubclass(ThreadState thread, PyObject cls, PyObject classOrTuple) {
        return Objects.isSubclass(thread, cls, classOrTuple);
    }

    @PythonFunction("iter(object, sentinel=<unrepresentable>, /)")
    PyObject iter(ThreadState thread, PyObject object, PyObject sentinel) {
        if (sentinel == null) {
            return Iterators.iter(thread, object);
        }
        if (!Calls.isCallable(object)) {
            throw PyErr.typeError("iter(v, w): v must be callable");
        }
        return new PyCallIterator(object, sentinel);
    }

    @PythonFunction("next(iterator, default=<unrepresentable>, /)")
    PyObject next(ThreadState thread, PyObject iterator, PyObject fallback) {
        if (!Iterators.isIterator(iterator)) {
            throw PyErr.typeError("'%T' object is not an iterator", iterator);
        }
        PyObject item =
                fallback == null ? Iterators.send(thread, iterator, Singletons.NONE) : Iterators.next(thread, iterator);
        if (item != null) {
            return item;
        }
        if (fallback != null) {
            return fallback;
        }
        throw PyErr.stopIteration(thread.stopValue);
    }

    @PythonFunction("aiter(async_iterable, /)")
    PyObject aiter(ThreadState thread, PyObject iterable) {
        if (!iterable.type().slots().has(Slot.AM_AITER)) {
            throw PyErr.typeError("'%T' object is not an async iterable", iterable);
        }
        PyObject iterator = iterable.type().slots().aiter(thread, iterable);
        if (!iterator.type().slots().has(Slot.AM_ANEXT)) {
            throw PyErr.typeError("aiter() returned not an async iterator of type '%T'", iterator);
        }
        return iterator;
    }

    @PythonFunction("anext(aiterator, default=<unrepresentable>, /)")
    PyObject anext(ThreadState thread, PyObject iterator, PyObject fallback) {
        if (!iterator.type().slots().has(Slot.AM_ANEXT)) {
            throw PyErr.typeError("'%T' object is not an async iterator", iterator);
        }
        PyObject awaitable = iterator.type().slots().anext(thread, iterator);
        return fallback == null ? awaitable : new AnextWithDefault(awaitable, fallback);
    }

    @PythonFunction("len(obj, /)")
    PyObject len(ThreadState thread, PyObject obj) {
        return Objects.longLength(thread, obj);
    }

    @PythonFunction("pow(base, exp, mod=None)")
    PyObject pow(ThreadState thread, PyObject base, PyObject exp, PyObject mod) {
        return Numbers.power(thread, base, exp, mod);
    }

    @PythonFunction("repr(obj, /)")
    PyObject repr(ThreadState thread, PyObject obj) {
        return Objects.repr(thread, obj);
    }

    @PythonFunction("round(number, ndigits=None)")
    PyObject round(ThreadState thread, PyObject number, PyObject digits) {
        PyObject method = Attributes.specialOrNull(thread, number, Names.ROUND);
        if (method == null) {
            throw PyErr.typeError("type %T doesn't define __round__ method", number);
        }
        return digits == Singletons.NONE ? Calls.call(thread, method) : Calls.call(thread, method, digits);
    }

    @PythonFunction("sorted(iterable, /, *, key=None, reverse=False)")
    PyObject sorted(ThreadState thread, PyObject iterable, PyObject key, PyObject reverse) {
        PyList list = org.pyvm.objects.protocol.Sequences.toList(thread, iterable);
        Calls.call(thread, Attributes.get(thread, list, Names.SORT_NAME), new PyObject[] {key, reverse}, new PyStr[] {
            Names.KEY_NAME, Names.REVERSE_NAME
        });
        return list;
    }

    @PythonFunction("sum(iterable, /, start=0)")
    PyObject sum(ThreadState thread, PyObject iterable, PyObject start) {
        if (start instanceof PyStr) {
            throw PyErr.typeError("sum() can't sum strings [use ''.join(seq) instead]");
        }
        if (start instanceof PyBytes) {
            throw PyErr.typeError("sum() can't sum bytes [use b''.join(seq) instead]");
        }
        if (start instanceof PyByteArray) {
            throw PyErr.typeError("sum() can't sum bytearray [use b''.join(seq) instead]");
        }
        PyObject total = start;
        PyObject iterator = Iterators.iter(thread, iterable);
        for (PyObject item; (item = Iterators.next(thread, iterator)) != null; ) {
            total = org.pyvm.eval.semantics.Arithmetic.binaryAdd(thread, total, item);
        }
        return total;
    }

    @PythonFunction(value = "min", raw = true)
    PyObject min(ThreadState thread, PyObject[] args, PyStr[] names) {
        return Extremes.find(thread, "min", args, names);
    }

    @PythonFunction(value = "max", raw = true)
    PyObject max(ThreadState thread, PyObject[] args, PyStr[] names) {
        return Extremes.find(thread, "max", args, names);
    }

    @PythonFunction(value = "__build_class__", raw = true)
    PyObject buildClass(ThreadState thread, PyObject[] args, PyStr[] names) {
        return ClassBuilding.buildClass(thread, args, names);
    }

    @PythonFunction("print(*args, sep=' ', end='\\n', file=None, flush=False)")
    void print(ThreadState thread, PyObject[] args, PyObject sep, PyObject end, PyObject file, boolean flush) {
        Printer.print(thread, args, sep, end, file, flush);
    }

    @PythonFunction("input(prompt='', /)")
    PyObject input(ThreadState thread, PyObject prompt) {
        return Printer.input(thread, prompt);
    }

    @PythonFunction(value = "breakpoint", raw = true)
    PyObject breakpoint(ThreadState thread, PyObject[] args, PyStr[] names) {
        PyObject hook = thread.interpreter().sys.dict().get("breakpointhook");
        if (hook == null) {
            throw PyErr.runtimeError("lost sys.breakpointhook");
        }
        return Calls.call(thread, hook, args, names);
    }

    @PythonFunction("compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)")
    PyObject compile(
            ThreadState thread,
            PyObject source,
            PyObject fileName,
            PyStr mode,
            int flags,
            boolean dontInherit,
            int optimize,
            int featureVersion) {
        return Compilation.compile(
                thread, source, fileName, mode.toString(), flags, dontInherit, optimize, featureVersion);
    }

    @PythonFunction("eval(source, globals=None, locals=None, /)")
    PyObject eval(ThreadState thread, PyObject source, PyObject globals, PyObject locals) {
        return Compilation.eval(thread, source, globals, locals);
    }

    @PythonFunction("exec(source, globals=None, locals=None, /, *, closure=None)")
    void exec(ThreadState thread, PyObject source, PyObject globals, PyObject locals, PyObject closure) {
        Compilation.exec(thread, source, globals, locals, closure);
    }

    @PythonFunction("__import__(name, globals=<unrepresentable>, locals=<unrepresentable>, fromlist=(), level=0)")
    PyObject importModule(
            ThreadState thread, PyObject name, PyObject globals, PyObject locals, PyObject fromList, int level) {
        return org.pyvm.modules.imports.Importing.importModule(thread, name, globals, fromList, level);
    }
}
