package org.pyvm.objects.types;

import java.util.EnumSet;
import java.util.Set;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Shape;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Sequences;

/** {@code module}: a namespace that is always a dictionary. */
@PythonType(name = "module")
public class PyModule extends PyAttributed {
    public static final PyType TYPE = PyType.builtin("builtins", "module", new ModuleSlots(), new PyModuleExposed())
            .withDict()
            .weakReferenceable();

    private static final PyStr INITIALIZING = PyStr.intern("_initializing");
    private static final PyStr UNINITIALIZED = PyStr.intern("_uninitialized_submodules");

    public PyModule(PyType type) {
        super(type);
        Shape.dictionaryOf(this);
    }

    public PyModule() {
        this(TYPE);
    }

    /** {@code __dict__}. */
    public final PyDict dict() {
        return Shape.dictionaryOf(this);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new PyModule(cls);
    }

    @PythonInit("($self, name, doc=None)")
    void init(PyStr name, PyObject doc) {
        PyDict dict = dict();
        dict.put(Names.NAME, name);
        dict.put(Names.DOC, doc);
        dict.put(Names.PACKAGE, Singletons.NONE);
        dict.put(Names.LOADER, Singletons.NONE);
        dict.put(Names.SPEC, Singletons.NONE);
    }

    @PythonGetter("__dict__")
    PyObject getDict() {
        return dict();
    }

    @PythonGetter("__annotations__")
    PyObject annotations() {
        PyObject known = dict().get(Names.ANNOTATIONS);
        if (known == null) {
            known = new PyDict();
            dict().put(Names.ANNOTATIONS, known);
        }
        return known;
    }

    @PythonSetter(value = "__annotations__", deletable = true)
    void setAnnotations(PyObject value) {
        if (value != null) {
            dict().put(Names.ANNOTATIONS, value);
        } else if (dict().remove(Names.ANNOTATIONS) == null) {
            throw PyErr.attributeError("__annotations__");
        }
    }

    @PythonMethod("__dir__($self, /)")
    PyObject dir(ThreadState thread) {
        // A subclass may have put something else in its place.
        if (!(Attributes.get(thread, this, Names.DICT) instanceof PyDict names)) {
            throw PyErr.typeError("<module>.__dict__ is not a dictionary");
        }
        PyObject method = names.get(Names.DIR);
        return method != null ? Calls.call(thread, method) : org.pyvm.objects.protocol.Mappings.keys(thread, names);
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        PyModule bootstrap = thread.interpreter().modules.get("_frozen_importlib") instanceof PyModule m ? m : null;
        PyObject function = bootstrap == null ? null : bootstrap.dict().get("_module_repr");
        return function == null
                ? PyStr.of("<module " + Objects.repr(thread, name()) + ">")
                : Calls.call(thread, function, this);
    }

    private PyObject name() {
        PyObject name = dict().get(Names.NAME);
        return name == null ? PyStr.of("?") : name;
    }

    /** The slots of modules: a look-up that fails asks the module's own {@code __getattr__} (PEP 562). */
    private static final class ModuleSlots extends PyModuleExposed.SlotTable {
        @Override
        public Set<Slot> declared() {
            Set<Slot> own = EnumSet.copyOf(super.declared());
            own.add(Slot.TP_GETATTRO);
            return own;
        }

        @Override
        public PyObject getAttribute(ThreadState thread, PyObject self, PyStr name) {
            PyModule module = (PyModule) self;
            PyObject value = plain(thread, module, name);
            if (value != null) {
                return value;
            }
            PyObject fallback = module.dict().get(Names.GETATTR);
            if (fallback != null) {
                return Calls.call(thread, fallback, name);
            }
            if (!(module.dict().get(Names.NAME) instanceof PyStr moduleName)) {
                throw Attributes.withNameAndObject(
                        PyErr.attributeError("module has no attribute '%s'", name), name, module);
            }
            throw Attributes.withNameAndObject(missing(thread, module, moduleName, name), name, module);
        }

        @Override
        public PyObject getAttributeOrNull(ThreadState thread, PyObject self, PyStr name) {
            PyModule module = (PyModule) self;
            PyObject value = plain(thread, module, name);
            return value != null || module.dict().get(Names.GETATTR) == null
                    ? value
                    : Attributes.nullIfMissing(thread, self, name);
        }

        private static PyObject plain(ThreadState thread, PyModule module, PyStr name) {
            if (module.type() == TYPE && !name.isSpecial()) {
                PyObject own = module.dict().get(name);
                if (own != null) {
                    return own;
                }
            }
            return Attributes.genericGetOrNull(thread, module, name);
        }

        private static PyErr missing(ThreadState thread, PyModule module, PyObject moduleName, PyStr name) {
            PyObject spec = module.dict().get(Names.SPEC);
            PyObject initializing = spec == null ? null : Attributes.getOrNull(thread, spec, INITIALIZING);
            if (initializing != null && Objects.isTrue(thread, initializing)) {
                return PyErr.attributeError(
                        "partially initialized module '%s' has no attribute '%s' (most likely due to a circular"
                                + " import)",
                        moduleName, name);
            }
            if (isBeingImported(thread, spec, name)) {
                return PyErr.attributeError(
                        "cannot access submodule '%s' of module '%s' (most likely due to a circular import)",
                        name, moduleName);
            }
            return PyErr.attributeError("module '%s' has no attribute '%s'", moduleName, name);
        }

        /** Whether a submodule of that name is there but not yet an attribute. */
        private static boolean isBeingImported(ThreadState thread, PyObject spec, PyStr name) {
            PyObject pending = spec == null ? null : Attributes.getOrNull(thread, spec, UNINITIALIZED);
            return pending instanceof PyList names && Sequences.contains(thread, names, name);
        }
    }
}
