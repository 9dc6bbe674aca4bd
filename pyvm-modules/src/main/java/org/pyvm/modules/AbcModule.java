package org.pyvm.modules;

import java.util.Map;
import java.util.WeakHashMap;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.PyType.PatternKind;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyFrozenSet;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PySet;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code _abc}: the registries and caches of abstract base classes. */
@PythonModule("_abc")
public final class AbcModule {
    private static final PyStr ABC_FLAGS = PyStr.intern("__abc_tpflags__");
    private static final PyStr SUBCLASS_HOOK = PyStr.intern("__subclasshook__");
    private static final int SEQUENCE_FLAG = 1 << 5;
    private static final int MAPPING_FLAG = 1 << 6;

    /** What is known of one abstract class; classes are kept weakly. */
    private static final class Data {
        private final Map<PyType, Boolean> registry = new WeakHashMap<>();
        private final Map<PyType, Boolean> cache = new WeakHashMap<>();
        private final Map<PyType, Boolean> negative = new WeakHashMap<>();
        private long negativeVersion;
    }

    private final Map<PyType, Data> classes = new WeakHashMap<>();
    private long invalidations;

    private Data data(PyObject cls) {
        Data data = classes.get(cls);
        if (data == null) {
            throw PyErr.typeError("_abc_impl is set to a wrong type");
        }
        return data;
    }

    @PythonFunction("get_cache_token()")
    long getCacheToken() {
        return invalidations;
    }

    @PythonFunction("_abc_init(self, /)")
    void abcInit(ThreadState thread, PyObject self) {
        PyType cls = (PyType) self;
        computeAbstractMethods(thread, cls);
        classes.put(cls, new Data());
        PyObject flags = cls.dict().get(ABC_FLAGS);
        if (flags instanceof PyInt number) {
            int both = SEQUENCE_FLAG | MAPPING_FLAG;
            if ((number.longValue() & both) == both) {
                throw PyErr.typeError("__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING");
            }
            if ((number.longValue() & SEQUENCE_FLAG) != 0) {
                cls.setPatternKind(PatternKind.SEQUENCE);
            } else if ((number.longValue() & MAPPING_FLAG) != 0) {
                cls.setPatternKind(PatternKind.MAPPING);
            }
            cls.remove(ABC_FLAGS);
        }
    }

    private static void computeAbstractMethods(ThreadState thread, PyType cls) {
        PySet abstracts = new PySet();
        PyDict namespace = cls.dict();
        for (int i = namespace.nextEntry(0); i >= 0; i = namespace.nextEntry(i + 1)) {
            if (isAbstract(thread, namespace.valueAt(i))) {
                abstracts.add(thread, namespace.keyAt(i));
            }
        }
        for (PyType base : cls.bases()) {
            PyObject inherited = base.lookup(Names.ABSTRACTMETHODS);
            if (inherited == null || !base.isHeapType()) {
                continue;
            }
            PyObject names = Iterators.iter(thread, inherited);
            for (PyObject name; (name = Iterators.next(thread, names)) != null; ) {
                PyObject value = Attributes.getOrNull(thread, cls, (PyStr) name);
                if (value != null && isAbstract(thread, value)) {
                    abstracts.add(thread, name);
                }
            }
        }
        Attributes.set(thread, cls, Names.ABSTRACTMETHODS, Calls.call(thread, PyFrozenSet.TYPE, abstracts));
    }

    private static boolean isAbstract(ThreadState thread, PyObject value) {
        PyObject flag = Attributes.getOrNull(thread, value, Names.ISABSTRACTMETHOD);
        return flag != null && Objects.isTrue(thread, flag);
    }

    @PythonFunction("_abc_register(self, subclass, /)")
    PyObject abcRegister(ThreadState thread, PyObject self, PyObject subclass) {
        if (!(subclass instanceof PyType type)) {
            throw PyErr.typeError("Can only register classes");
        }
        if (Objects.isSubclass(thread, subclass, self)) {
            return subclass;
        }
        if (Objects.isSubclass(thread, self, subclass)) {
            throw PyErr.runtimeError("Refusing to create an inheritance cycle");
        }
        data(self).registry.put(type, true);
        invalidations++;
        PatternKind kind = ((PyType) self).patternKind();
        if (kind != PatternKind.NONE && type.isHeapType()) {
            type.setPatternKind(kind);
        }
        return subclass;
    }

    @PythonFunction("_abc_instancecheck(self, instance, /)")
    PyObject abcInstanceCheck(ThreadState thread, PyObject self, PyObject instance) {
        PyObject claimed = Attributes.get(thread, instance, Names.CLASS);
        Data data = data(self);
        if (claimed instanceof PyType type && data.cache.containsKey(type)) {
            return Singletons.TRUE;
        }
        PyType actual = instance.type();
        if (actual == claimed) {
            if (data.negativeVersion == invalidations && data.negative.containsKey(actual)) {
                return Singletons.FALSE;
            }
            return subclassCheck(thread, self, claimed);
        }
        PyObject result = subclassCheck(thread, self, claimed);
        return Objects.isTrue(thread, result) ? result : subclassCheck(thread, self, actual);
    }

    private static PyObject subclassCheck(ThreadState thread, PyObject self, PyObject cls) {
        return Calls.callMethod(thread, self, Names.SUBCLASSCHECK, cls);
    }

    @PythonFunction("_abc_subclasscheck(self, subclass, /)")
    PyObject abcSubclassCheck(ThreadState thread, PyObject self, PyObject subclass) {
        if (!(subclass instanceof PyType type)) {
            throw PyErr.typeError("issubclass() arg 1 must be a class");
        }
        Data data = data(self);
        if (data.cache.containsKey(type)) {
            return Singletons.TRUE;
        }
        if (data.negativeVersion < invalidations) {
            data.negative.clear();
            data.negativeVersion = invalidations;
        } else if (data.negative.containsKey(type)) {
            return Singletons.FALSE;
        }
        boolean result = check(thread, (PyType) self, type, data);
        (result ? data.cache : data.negative).put(type, true);
        return PyBool.of(result);
    }

    private static boolean check(ThreadState thread, PyType self, PyType subclass, Data data) {
        PyObject answer = Calls.callMethod(thread, self, SUBCLASS_HOOK, subclass);
        if (answer == Singletons.TRUE) {
            return true;
        }
        if (answer == Singletons.FALSE) {
            return false;
        }
        if (answer != Singletons.NOT_IMPLEMENTED) {
            throw PyErr.of(
                    org.pyvm.objects.types.Exceptions.ASSERTION_ERROR,
                    "__subclasshook__ must return either False, True, or NotImplemented");
        }
        if (subclass.isSubtypeOf(self)) {
            return true;
        }
        for (PyType registered : java.util.List.copyOf(data.registry.keySet())) {
            if (Objects.isSubclass(thread, subclass, registered)) {
                return true;
            }
        }
        PyObject children = Calls.callMethod(thread, self, PyStr.intern("__subclasses__"));
        PyObject iterator = Iterators.iter(thread, children);
        for (PyObject child; (child = Iterators.next(thread, iterator)) != null; ) {
            if (Objects.isSubclass(thread, subclass, child)) {
                return true;
            }
        }
        return false;
    }

    @PythonFunction("_reset_registry(self, /)")
    void resetRegistry(PyObject self) {
        data(self).registry.clear();
    }

    @PythonFunction("_reset_caches(self, /)")
    void resetCaches(PyObject self) {
        Data data = data(self);
        data.cache.clear();
        data.negative.clear();
    }

    @PythonFunction("_get_dump(self, /)")
    PyObject getDump(ThreadState thread, PyObject self) {
        Data data = data(self);
        return PyTuple.of(
                set(thread, data.registry),
                set(thread, data.cache),
                set(thread, data.negative),
                PyInt.of(data.negativeVersion));
    }

    private static PyObject set(ThreadState thread, Map<PyType, Boolean> types) {
        PySet set = new PySet();
        for (PyType type : types.keySet()) {
            set.add(thread, type);
        }
        return set;
    }
}
