package org.pyvm.modules.imports;

import java.util.List;
import java.util.Set;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyModule;

/** Where modules come from that are in no file: those written in Java, and the parts of importlib that start first. */
public interface ModuleSource {
    /** Names of the modules written in Java. */
    Set<String> builtinNames();

    /** A new module, or null when the name is unknown. */
    PyModule createBuiltin(InterpreterState interpreter, String name);

    boolean isFrozen(String name);

    boolean isFrozenPackage(String name);

    /** Names of the frozen modules. */
    List<String> frozenNames();

    /** Name of the module in the standard library that a frozen module is made from; null when it is no other. */
    String frozenOrigin(String name);

    /** Code of a frozen module. */
    PyCode frozenCode(ThreadState thread, String name);

    /**
     * What the compiled file of a module in the standard library holds, as if it lay where importlib looks for it; null when
     * there is nothing that fits the source.
     *
     * @param path e.g. {@code /usr/lib/python3.11/__pycache__/ast.pyvm-311.pyc}
     */
    byte[] compiledFile(String path);
}
