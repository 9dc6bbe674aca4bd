package org.pyvm.modules.sys;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyStructSequence;
import org.pyvm.objects.types.PyStructSequence.Definition;

/** The named tuples of {@code sys}. */
final class SysTuples {
    private static final Definition VERSION_INFO = new Definition(
                    "sys", "version_info", "major", "minor", "micro", "releaselevel", "serial")
            .notInstantiable();
    private static final Definition FLOAT_INFO = new Definition(
            "sys",
            "float_info",
            "max",
            "max_exp",
            "max_10_exp",
            "min",
            "min_exp",
            "min_10_exp",
            "dig",
            "mant_dig",
            "epsilon",
            "radix",
            "rounds");
    private static final Definition INT_INFO = new Definition(
            "sys",
            "int_info",
            "bits_per_digit",
            "sizeof_digit",
            "default_max_str_digits",
            "str_digits_check_threshold");
    private static final Definition HASH_INFO = new Definition(
            "sys",
            "hash_info",
            "width",
            "modulus",
            "inf",
            "nan",
            "imag",
            "algorithm",
            "hash_bits",
            "seed_bits",
            "cutoff");
    private static final Definition THREAD_INFO = new Definition("sys", "thread_info", "name", "lock", "version");
    private static final Definition ASYNCGEN_HOOKS =
            new Definition("builtins", "asyncgen_hooks", "firstiter", "finalizer");
    private static final Definition FLAGS = new Definition(
                    "sys",
                    "flags",
                    "debug",
                    "inspect",
                    "interactive",
                    "optimize",
                    "dont_write_bytecode",
                    "no_user_site",
                    "no_site",
                    "ignore_environment",
                    "verbose",
                    "bytes_warning",
                    "quiet",
                    "hash_randomization",
                    "isolated",
                    "dev_mode",
                    "utf8_mode",
                    "warn_default_encoding",
                    "safe_path",
                    "int_max_str_digits")
            .notInstantiable();

    private SysTuples() {}

    static PyObject versionInfo() {
        return VERSION_INFO.of(PyInt.of(3), PyInt.of(11), PyInt.of(10), PyStr.intern("final"), PyInt.of(0));
    }

    static PyObject floatInfo() {
        return FLOAT_INFO.of(
                PyFloat.of(Double.MAX_VALUE),
                PyInt.of(1024),
                PyInt.of(308),
                PyFloat.of(Double.MIN_NORMAL),
                PyInt.of(-1021),
                PyInt.of(-307),
                PyInt.of(15),
                PyInt.of(53),
                PyFloat.of(Math.ulp(1.0)),
                PyInt.of(2),
                PyInt.of(1));
    }

    static PyObject intInfo() {
        return INT_INFO.of(PyInt.of(30), PyInt.of(4), PyInt.of(4300), PyInt.of(640));
    }

    static PyObject hashInfo() {
        return HASH_INFO.of(
                PyInt.of(64),
                PyInt.of((1L << 61) - 1),
                PyInt.of(314159),
                PyInt.of(0),
                PyInt.of(1000003),
                PyStr.intern("siphash13"),
                PyInt.of(64),
                PyInt.of(128),
                PyInt.of(0));
    }

    static PyObject threadInfo() {
        return THREAD_INFO.of(PyStr.intern("pthread"), PyStr.intern("semaphore"), PyStr.of("NPTL 2.36"));
    }

    static PyObject asyncGenHooks(PyObject firstIter, PyObject finalizer) {
        return ASYNCGEN_HOOKS.of(firstIter, finalizer);
    }

    /** @param values in the order of the fields; {@code dev_mode} and {@code safe_path} are shown as bools */
    static PyStructSequence flags(int[] values) {
        PyObject[] fields = new PyObject[values.length];
        for (int i = 0; i < values.length; i++) {
            fields[i] = i == 13 || i == 16 ? PyBool.of(values[i] != 0) : PyInt.of(values[i]);
        }
        return FLAGS.of(fields);
    }
}
