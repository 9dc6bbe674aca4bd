package org.pyvm.modules.posix;

import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;

/**
 * What CPython's Makefile would say, which {@code sysconfig} reads from a module with this name. Nothing here was made by a C
 * compiler, so there are the places and names that programs ask for, and no flags.
 */
@PythonModule("_sysconfigdata__linux_x86_64-linux-gnu")
public final class SysconfigDataModule {
    private final InterpreterState interpreter;

    SysconfigDataModule(InterpreterState interpreter) {
        this.interpreter = interpreter;
    }

    @PythonModuleInit
    void init(ThreadState thread, PyModule module) {
        String prefix = Attributes.get(thread, interpreter.sys, PyStr.intern("base_prefix"))
                .toString();
        PyDict variables = new PyDict();
        String[] texts = {
            "ABIFLAGS",
            "",
            "AR",
            "ar",
            "BINDIR",
            prefix + "/bin",
            "BINLIBDEST",
            prefix + "/lib/python3.11",
            "CC",
            "",
            "CFLAGS",
            "",
            "CXX",
            "",
            "EXE",
            "",
            "EXT_SUFFIX",
            ".pyvm-311.so",
            "HOST_GNU_TYPE",
            "x86_64-linux-gnu",
            "INCLUDEDIR",
            prefix + "/include",
            "INCLUDEPY",
            prefix + "/include/python3.11",
            "LDFLAGS",
            "",
            "LDLIBRARY",
            "",
            "LIBDEST",
            prefix + "/lib/python3.11",
            "LIBDIR",
            prefix + "/lib",
            "LIBRARY",
            "",
            "MACHDEP",
            "linux",
            "MULTIARCH",
            "x86_64-linux-gnu",
            "PLATLIBDIR",
            "lib",
            "SHLIB_SUFFIX",
            ".so",
            "SOABI",
            "pyvm-311",
            "TZPATH",
            "/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo",
            "VERSION",
            "3.11",
            "exec_prefix",
            prefix,
            "prefix",
            prefix
        };
        for (int i = 0; i < texts.length; i += 2) {
            variables.put(texts[i], PyStr.of(texts[i + 1]));
        }
        for (String name : new String[] {"Py_DEBUG", "Py_ENABLE_SHARED", "WITH_DOC_STRINGS", "WITH_PYMALLOC"}) {
            variables.put(name, PyInt.of(name.equals("WITH_DOC_STRINGS") ? 1 : 0));
        }
        module.dict().put("build_time_vars", variables);
    }
}
