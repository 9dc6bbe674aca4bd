package org.pyvm.eval;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonSetter;
import org.pyvm.objects.Identity;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Shape;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyCell;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The constructor and attributes of functions. */
final class FunctionAttributes {
    private FunctionAttributes() {}

    private static PyFunction of(PyObject self) {
        return (PyFunction) self;
    }

    private static PyObject orNone(PyObject value) {
        return value == null ? Singletons.NONE : value;
    }

    @PythonNew("($cls, code, globals, name=None, argdefs=None, closure=None)")
    static PyObject make(
            ThreadState thread,
            PyType cls,
            PyCode code,
            PyDict globals,
            PyObject name,
            PyObject defaults,
            PyObject closure) {
        if (name != Singletons.NONE && !(name instanceof PyStr)) {
            throw PyErr.typeError("arg 3 (name) must be None or string");
        }
        if (defaults != Singletons.NONE && !(defaults instanceof PyTuple)) {
            throw PyErr.typeError("arg 4 (defaults) must be None or tuple");
        }
        checkClosure(code, closure);
        PyFunction function = new PyFunction(
                thread,
                code,
                globals,
                PyFunction.builtinsOf(thread, globals),
                code.qualName(),
                closure instanceof PyTuple cells ? cells : null);
        if (name != Singletons.NONE) {
            function.setName(name);
        }
        if (defaults instanceof PyTuple values) {
            function.setDefaults(values);
        }
        return function;
    }

    private static void checkClosure(PyCode code, PyObject closure) {
        int free = code.freeVars().length;
        if (closure == Singletons.NONE) {
            if (free > 0) {
                throw PyErr.typeError("arg 5 (closure) must be tuple");
            }
            return;
        }
        if (!(closure instanceof PyTuple cells)) {
            throw PyErr.typeError("arg 5 (closure) must be None or tuple");
        }
        if (cells.size() != free) {
            throw PyErr.valueError("%s requires closure of length %d, not %d", code.name(), free, cells.size());
        }
        for (int i = 0; i < free; i++) {
            if (!(cells.get(i) instanceof PyCell)) {
                throw PyErr.typeError("arg 5 (closure) expected cell, found %T", cells.get(i));
            }
        }
    }

    @SlotMethod(Slot.TP_REPR)
    static PyObject repr(ThreadState thread, PyObject self) {
        return PyStr.of("<function " + of(self).qualName() + " at " + Identity.address(self) + ">");
    }

    @PythonGetter("__code__")
    static PyObject code(PyObject self) {
        return of(self).code();
    }

    @PythonSetter("__code__")
    static void setCode(PyObject self, PyObject code) {
        if (!(code instanceof PyCode newCode)) {
            throw PyErr.typeError("__code__ must be set to a code object");
        }
        int free = newCode.freeVars().length;
        int cells = of(self).closure().length;
        if (free != cells) {
            throw PyErr.valueError(
                    "%s() requires a code object with %d free vars, not %d", of(self).name(), cells, free);
        }
        of(self).setCode(newCode);
    }

    @PythonGetter(value = "__globals__", member = true)
    static PyObject globals(PyObject self) {
        return of(self).globals();
    }

    @PythonGetter(value = "__builtins__", member = true)
    static PyObject builtins(PyObject self) {
        return ForeignBuiltins.shown(of(self).builtins());
    }

    @PythonGetter(value = "__closure__", member = true)
    static PyObject closure(PyObject self) {
        PyCell[] cells = of(self).closure();
        return cells.length == 0 ? Singletons.NONE : PyTuple.of(cells.clone());
    }

    @PythonGetter("__name__")
    static PyObject name(PyObject self) {
        return of(self).name();
    }

    @PythonSetter(value = "__name__", deletable = true)
    static void setName(PyObject self, PyObject name) {
        if (!(name instanceof PyStr)) {
            throw PyErr.typeError("__name__ must be set to a string object");
        }
        of(self).setName(name);
    }

    @PythonGetter("__qualname__")
    static PyObject qualName(PyObject self) {
        return of(self).qualName();
    }

    @PythonSetter(value = "__qualname__", deletable = true)
    static void setQualName(PyObject self, PyObject name) {
        if (!(name instanceof PyStr)) {
            throw PyErr.typeError("__qualname__ must be set to a string object");
        }
        of(self).setQualName(name);
    }

    @PythonGetter(value = "__module__", member = true)
    static PyObject module(PyObject self) {
        return orNone(of(self).module());
    }

    @PythonSetter(value = "__module__", deletable = true)
    static void setModule(PyObject self, PyObject module) {
        of(self).setModule(module);
    }

    @PythonGetter(value = "__doc__", member = true)
    static PyObject doc(PyObject self) {
        return orNone(of(self).doc());
    }

    @PythonSetter(value = "__doc__", deletable = true)
    static void setDoc(PyObject self, PyObject doc) {
        of(self).setDoc(doc);
    }

    @PythonGetter("__defaults__")
    static PyObject defaults(PyObject self) {
        return orNone(of(self).defaults());
    }

    @PythonSetter(value = "__defaults__", deletable = true)
    static void setDefaults(PyObject self, PyObject defaults) {
        if (defaults != null && defaults != Singletons.NONE && !(defaults instanceof PyTuple)) {
            throw PyErr.typeError("__defaults__ must be set to a tuple object");
        }
        of(self).setDefaults(defaults instanceof PyTuple values ? values : null);
    }

    @PythonGetter("__kwdefaults__")
    static PyObject keywordDefaults(PyObject self) {
        return orNone(of(self).keywordDefaults());
    }

    @PythonSetter(value = "__kwdefaults__", deletable = true)
    static void setKeywordDefaults(PyObject self, PyObject defaults) {
        if (defaults != null && defaults != Singletons.NONE && !(defaults instanceof PyDict)) {
            throw PyErr.typeError("__kwdefaults__ must be set to a dict object");
        }
        of(self).setKeywordDefaults(defaults instanceof PyDict values ? values : null);
    }

    @PythonGetter("__annotations__")
    static PyObject annotations(PyObject self) {
        PyObject annotations = of(self).annotations();
        if (annotations == null) {
            annotations = new PyDict();
            of(self).setAnnotations(annotations);
        }
        return annotations;
    }

    @PythonSetter(value = "__annotations__", deletable = true)
    static void setAnnotations(PyObject self, PyObject annotations) {
        if (annotations != null && annotations != Singletons.NONE && !(annotations instanceof PyDict)) {
            throw PyErr.typeError("__annotations__ must be set to a dict object");
        }
        of(self).setAnnotations(annotations == Singletons.NONE ? null : annotations);
    }

    @PythonGetter("__dict__")
    static PyObject dict(PyObject self) {
        return Shape.dictionaryOf(self);
    }

    @PythonSetter("__dict__")
    static void setDict(PyObject self, PyObject dict) {
        if (!(dict instanceof PyDict namespace)) {
            throw PyErr.typeError("__dict__ must be set to a dictionary, not a '%T'", dict);
        }
        Shape.setDictionary(self, namespace);
    }
}
