package org.pyvm.objects.types;

import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Documentation;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Objects;

/** The methods and attributes of {@code type}. */
@PythonType(name = "type", doc = "The type of types: type(object) tells the type, type(name, bases, dict) makes one.")
public final class TypeMethods {
    private TypeMethods() {}

    static PyErr immutable(PyType type, PyStr name) {
        return PyErr.typeError("cannot set '%s' attribute of immutable type '%N'", name, type);
    }

    /** {@code check_set_special_type_attr}, whose text for a deletion is what CPython has. */
    private static void checkSettable(PyType type, PyObject value, String name) {
        if (!type.isHeapType()) {
            throw immutable(type, PyStr.of(name));
        }
        if (value == null) {
            throw PyErr.typeError("cannot delete '%s' attribute of immutable type '%N'", name, type);
        }
    }

    private static PyTuple tuple(PyType[] types) {
        return PyTuple.of(types.clone());
    }

    @PythonMethod(value = "mro($self, /)", doc = "The method resolution order, worked out anew.")
    static PyObject mro(PyType self) {
        return PyList.of((PyObject[]) MethodResolution.linearize(self, self.bases()));
    }

    @PythonMethod(value = "__subclasses__($self, /)", doc = "The living direct subclasses.")
    static PyObject subclasses(ThreadState thread, PyType self) {
        return PyList.of(self.subclasses(thread.interpreter()).toArray(PyObject[]::new));
    }

    @PythonClassMethod(value = "__prepare__", raw = true, doc = "The namespace for the body of a class: a dict.")
    static PyObject prepare(PyType type, PyObject[] args, PyStr[] names) {
        return new PyDict();
    }

    @PythonMethod(value = "__instancecheck__($self, instance, /)", doc = "Whether an object is an instance.")
    static boolean instanceCheck(ThreadState thread, PyType self, PyObject instance) {
        return Objects.isInstanceByType(thread, instance, self);
    }

    @PythonMethod(value = "__subclasscheck__($self, subclass, /)", doc = "Whether a class is a subclass.")
    static boolean subclassCheck(ThreadState thread, PyType self, PyObject subclass) {
        return Objects.isSubclassByType(thread, subclass, self);
    }

    @PythonMethod(value = "__dir__($self, /)", doc = "The names of the type's attributes.")
    static PyObject dir(ThreadState thread, PyType self) {
        PyDict names = new PyDict();
        ObjectMethods.mergeClassNames(thread, names, self);
        return ObjectMethods.keys(names);
    }

    @PythonMethod(value = "__sizeof__($self, /)", doc = "The memory consumption, in bytes.")
    static long sizeOf(PyType self) {
        return TypeNumbers.sizeOfType(self);
    }

    @PythonGetter(value = "__basicsize__", member = true)
    static long basicSize(PyType self) {
        return TypeNumbers.basicSize(self);
    }

    @PythonGetter(value = "__itemsize__", member = true)
    static long itemSize(PyType self) {
        return TypeNumbers.itemSize(self);
    }

    @PythonGetter(value = "__flags__", member = true)
    static long flags(PyType self) {
        return TypeNumbers.flags(self);
    }

    @PythonGetter(value = "__weakrefoffset__", member = true)
    static long weakrefOffset(PyType self) {
        return TypeNumbers.weakrefOffset(self);
    }

    @PythonGetter(value = "__dictoffset__", member = true)
    static long dictOffset(PyType self) {
        return TypeNumbers.dictOffset(self);
    }

    @PythonGetter(value = "__base__", member = true)
    static PyObject base(PyType self) {
        return self.base() == null ? Singletons.NONE : self.base();
    }

    @PythonGetter(value = "__mro__", member = true)
    static PyObject order(PyType self) {
        return self.hasOrder() ? tuple(self.mro()) : Singletons.NONE;
    }

    @PythonGetter("__name__")
    static PyObject name(PyType self) {
        return PyStr.of(self.name());
    }

    @PythonSetter(value = "__name__", deletable = true)
    static void setName(PyType self, PyObject value) {
        checkSettable(self, value, "__name__");
        if (!(value instanceof PyStr name)) {
            throw PyErr.typeError("can only assign string to %N.__name__, not '%T'", self, value);
        }
        ClassCreation.checkName(name);
        self.setName(name.toString());
    }

    @PythonGetter("__qualname__")
    static PyObject qualName(PyType self) {
        return self.qualName();
    }

    @PythonSetter(value = "__qualname__", deletable = true)
    static void setQualName(PyType self, PyObject value) {
        checkSettable(self, value, "__qualname__");
        if (!(value instanceof PyStr name)) {
            throw PyErr.typeError("can only assign string to %N.__qualname__, not '%T'", self, value);
        }
        self.setQualName(name);
    }

    @PythonGetter("__bases__")
    static PyObject bases(PyType self) {
        return self == PyType.OBJECT ? PyTuple.EMPTY : tuple(self.bases());
    }

    @PythonSetter(value = "__bases__", deletable = true)
    static void setBases(ThreadState thread, PyType self, PyObject value) {
        checkSettable(self, value, "__bases__");
        BasesAssignment.assign(thread, self, value);
    }

    @PythonGetter("__module__")
    static PyObject module(PyType self) {
        if (!self.isHeapType()) {
            return PyStr.of(self.module());
        }
        PyObject module = self.dict().get(Names.MODULE);
        if (module == null) {
            throw PyErr.attributeError("__module__");
        }
        return module;
    }

    @PythonSetter(value = "__module__", deletable = true)
    static void setModule(PyType self, PyObject value) {
        checkSettable(self, value, "__module__");
        self.put(Names.MODULE, value);
    }

    @PythonGetter("__abstractmethods__")
    static PyObject abstractMethods(PyType self) {
        // type itself has the descriptor, not a value.
        PyObject methods = self == PyType.TYPE ? null : self.dict().get(Names.ABSTRACTMETHODS);
        if (methods == null) {
            throw PyErr.attributeError("__abstractmethods__");
        }
        return methods;
    }

    @PythonSetter(value = "__abstractmethods__", deletable = true)
    static void setAbstractMethods(ThreadState thread, PyType self, PyObject value) {
        boolean some = value != null && Objects.isTrue(thread, value);
        if (value != null) {
            self.put(Names.ABSTRACTMETHODS, value);
        } else if (!self.remove(Names.ABSTRACTMETHODS)) {
            throw PyErr.attributeError("__abstractmethods__");
        }
        self.setAbstractMethods(some);
    }

    @PythonGetter("__dict__")
    static PyObject dict(PyType self) {
        return new PyMappingProxy(self.dict());
    }

    @PythonGetter("__doc__")
    static PyObject doc(ThreadState thread, PyType self) {
        if (!self.isHeapType() && self.doc() != null) {
            return PyStr.of(self.doc());
        }
        PyObject doc = self.dict().get(Names.DOC);
        if (!self.isHeapType() && (doc == null || doc == Singletons.NONE)) {
            return Descriptors.textOrNone(Documentation.ofType(thread, self));
        }
        return doc == null ? Singletons.NONE : Attributes.bind(thread, doc, null, self);
    }

    @PythonSetter(value = "__doc__", deletable = true)
    static void setDoc(PyType self, PyObject value) {
        checkSettable(self, value, "__doc__");
        self.put(Names.DOC, value);
    }

    @PythonGetter("__text_signature__")
    static PyObject textSignature(PyType self) {
        return Descriptors.textOrNone(self.textSignature());
    }

    @PythonGetter("__annotations__")
    static PyObject annotations(ThreadState thread, PyType self) {
        if (!self.isHeapType()) {
            throw PyErr.attributeError("type object '%N' has no attribute '__annotations__'", self);
        }
        PyObject annotations = self.dict().get(Names.ANNOTATIONS);
        if (annotations == null) {
            annotations = new PyDict();
            self.put(Names.ANNOTATIONS, annotations);
            return annotations;
        }
        return Attributes.bind(thread, annotations, null, self);
    }

    @PythonSetter(value = "__annotations__", deletable = true)
    static void setAnnotations(PyType self, PyObject value) {
        if (!self.isHeapType()) {
            throw immutable(self, Names.ANNOTATIONS);
        }
        if (value != null) {
            self.put(Names.ANNOTATIONS, value);
        } else if (!self.remove(Names.ANNOTATIONS)) {
            throw PyErr.attributeError("__annotations__");
        }
    }
}
