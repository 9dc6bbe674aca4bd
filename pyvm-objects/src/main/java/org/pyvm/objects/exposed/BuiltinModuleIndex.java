package org.pyvm.objects.exposed;

import java.util.List;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.types.PyModule;

/** Built-in modules by name. The build writes one such class, {@code ExposedModules}, for each part of pyvm that has some. */
public interface BuiltinModuleIndex {
    /** In alphabetical order. */
    List<String> names();

    /** A new module, for an interpreter that the calling thread is attached to; null when the name is not in the index. */
    PyModule create(String name, InterpreterState interpreter);
}
