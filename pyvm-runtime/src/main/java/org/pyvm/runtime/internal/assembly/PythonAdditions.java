package org.pyvm.runtime.internal.assembly;

import java.util.List;
import java.util.stream.Stream;
import org.pyvm.modules.imports.Importing;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;

/** What plugins that are on for a whole interpreter add to its namespaces: built-in names, and importers. Immutable. */
public final class PythonAdditions {
    private final List<Contribution.Builtin> builtins;
    private final List<Contribution.Importer> importers;

    private PythonAdditions(Stream<Contribution.Builtin> builtins, Stream<Contribution.Importer> importers) {
        this.builtins = builtins.toList();
        this.importers = importers.toList();
    }

    public static PythonAdditions of(Contributions contributions) {
        return new PythonAdditions(
                contributions.of(Contribution.Builtin.class), contributions.of(Contribution.Importer.class));
    }

    /**
     * Adds them to an interpreter that can import.
     *
     * @throws org.pyvm.compiler.AssemblyException with everything that is not there, or is Python's
     */
    public void install(ThreadState thread) {
        Problems problems = new Problems();
        PyDict names = thread.interpreter().builtins;
        for (Contribution.Builtin builtin : builtins) {
            PyObject value = builtin.value() != null
                    ? builtin.value()
                    : attribute(thread, builtin.origin(), builtin.module(), builtin.name(), problems);
            if (names.get(builtin.name()) != null) {
                problems.add(builtin.origin(), "Python has a built-in name " + builtin.name() + " already");
            } else if (value != null) {
                names.put(builtin.name(), value);
            }
        }
        // The first plugin's is to be asked first.
        for (Contribution.Importer importer : importers.reversed()) {
            PyObject object = attribute(thread, importer.origin(), importer.module(), importer.attribute(), problems);
            if (object != null) {
                PyObject list = thread.interpreter().sys.dict().get(importer.isHook() ? "path_hooks" : "meta_path");
                ((PyList) list).insert(0, object);
            }
        }
        problems.report();
    }

    /** An attribute of a module; null, with the problem noted, when there is none. */
    private static PyObject attribute(
            ThreadState thread, Origin origin, String module, String name, Problems problems) {
        try {
            Importing.importModule(thread, PyStr.of(module), Singletons.NONE, Singletons.NONE, 0);
            PyObject imported = thread.interpreter().modules.get(module);
            PyObject value = Attributes.getOrNull(thread, imported, PyStr.intern(name));
            if (value == null) {
                problems.add(origin, "the module " + module + " has no " + name);
            }
            return value;
        } catch (PyErr e) {
            problems.add(origin, "the module " + module + " cannot be imported: " + text(thread, e));
            return null;
        }
    }

    private static String text(ThreadState thread, PyErr e) {
        return e.value().type().name() + ": " + Objects.str(thread, e.value());
    }
}
