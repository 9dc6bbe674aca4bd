package org.pyvm.modules.introspection;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.types.PyStructSequence;

/** The module {@code _lsprof}; {@code cProfile} of the standard library is made of it. */
@PythonModule("_lsprof")
public final class LsprofModule {
    static final PyStructSequence.Definition ENTRY = new PyStructSequence.Definition(
            "_lsprof", "profiler_entry", "code", "callcount", "reccallcount", "totaltime", "inlinetime", "calls");
    static final PyStructSequence.Definition SUBENTRY = new PyStructSequence.Definition(
            "_lsprof", "profiler_subentry", "code", "callcount", "reccallcount", "totaltime", "inlinetime");

    @PythonConstant("Profiler")
    static final PyObject PROFILER = PyProfiler.TYPE;

    @PythonConstant("profiler_entry")
    static final PyObject ENTRY_TYPE = ENTRY.type();

    @PythonConstant("profiler_subentry")
    static final PyObject SUBENTRY_TYPE = SUBENTRY.type();
}
