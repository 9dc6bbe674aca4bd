package org.pyvm.objects.exposed;

import org.pyvm.objects.Names;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;

/** A built-in module of one interpreter: the base of the classes that the build writes. */
public abstract class ExposedModule extends BuiltinBodies {
    private final String name;
    private final String doc;

    protected ExposedModule(String name, String doc) {
        this.name = name;
        this.doc = doc;
    }

    /** Adds functions and constants. */
    protected abstract void define(ModuleMembers members);

    /** Runs what the module's class has marked with {@code @PythonModuleInit}. */
    protected abstract void complete(ThreadState thread, PyModule object);

    /** Makes the module object, on a thread that is attached to the interpreter. */
    public final PyModule create() {
        PyModule module = new PyModule();
        PyDict dict = module.dict();
        PyObject none = Singletons.NONE;
        dict.put(Names.NAME, PyStr.intern(name));
        dict.put(Names.DOC, doc.isEmpty() ? none : PyStr.of(doc));
        dict.put(Names.PACKAGE, none);
        dict.put(Names.LOADER, none);
        dict.put(Names.SPEC, none);
        define(new ModuleMembers(module, name, this));
        complete(ThreadState.current(), module);
        return module;
    }
}
