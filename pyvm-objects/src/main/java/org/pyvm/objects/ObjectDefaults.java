package org.pyvm.objects;

import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyStr;

/** What {@code object} itself does in its slots. */
final class ObjectDefaults {
    private ObjectDefaults() {}

    static PyObject repr(ThreadState thread, PyObject self) {
        PyType type = self.type();
        PyObject module = type.isHeapType() ? type.lookup(Names.MODULE) : PyStr.of(type.module());
        String where = module instanceof PyStr text && !text.is("builtins") ? text + "." : "";
        return PyStr.of("<" + where + type.qualName() + " object at " + Identity.address(self) + ">");
    }

    static PyObject richCompare(ThreadState thread, PyObject self, PyObject other, Comparison op) {
        switch (op) {
            case EQ -> {
                return self == other ? Singletons.TRUE : Singletons.NOT_IMPLEMENTED;
            }
            case NE -> {
                // != is the opposite of what == answers, also when a class defines only __eq__.
                PyObject equal = self.type().slots().richCompare(thread, self, other, Comparison.EQ);
                return equal == Singletons.NOT_IMPLEMENTED
                        ? equal
                        : PyBool.of(!org.pyvm.objects.protocol.Objects.isTrue(thread, equal));
            }
            case LT, LE, GT, GE -> {
                return Singletons.NOT_IMPLEMENTED;
            }
        }
        throw new IllegalStateException();
    }

    private static boolean overridesNew(PyType type) {
        return type.lookup(Names.NEW) != PyType.OBJECT.lookup(Names.NEW);
    }

    private static boolean overridesInit(PyType type) {
        return type.lookup(Names.INIT) != PyType.OBJECT.lookup(Names.INIT);
    }

    static void init(PyObject self, PyObject[] args, PyStr[] names) {
        if (args.length == 0) {
            return;
        }
        PyType type = self.type();
        if (overridesInit(type)) {
            throw PyErr.typeError("object.__init__() takes exactly one argument (the instance to initialize)");
        }
        if (!overridesNew(type)) {
            throw PyErr.typeError("%N.__init__() takes exactly one argument (the instance to initialize)", type);
        }
    }

    static PyObject newInstance(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        if (args.length > 0) {
            if (overridesNew(cls)) {
                throw PyErr.typeError("object.__new__() takes exactly one argument (the type to instantiate)");
            }
            if (!overridesInit(cls)) {
                throw PyErr.typeError("%N() takes no arguments", cls);
            }
        }
        if (cls.hasAbstractMethods()) {
            throw AbstractClasses.cannotInstantiate(thread, cls);
        }
        PyType builtin = cls;
        while (builtin.isHeapType()) {
            builtin = builtin.base();
        }
        if (builtin != PyType.OBJECT) {
            // A built-in type does not inherit __new__ of object: its instances are of a Java class of their own.
            throw PyErr.typeError("cannot create '%s' instances", cls.fullName());
        }
        return new PyInstance(cls);
    }
}
