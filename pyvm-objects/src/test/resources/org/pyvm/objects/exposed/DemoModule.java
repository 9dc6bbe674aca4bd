package demo;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

@PythonModule(value = "demo", doc = "A module.")
public final class DemoModule {
    @PythonConstant("answer")
    static final int ANSWER = 42;

    private int count;

    @PythonFunction("none()")
    void none() {
        count++;
    }

    @PythonFunction("one(x, /)")
    double one(double x) {
        return x * 2;
    }

    @PythonFunction("several(a, b=5, c=None, /)")
    static String several(ThreadState thread, PyStr a, long b, PyStr c) {
        return a + "," + b + "," + (c == null ? "-" : c);
    }

    @PythonFunction("named(a, /, b, c=True, *, d='x')")
    static String named(int a, int b, boolean c, String d) {
        return a + "," + b + "," + c + "," + d;
    }

    @PythonFunction("required(*, key)")
    static PyObject required(PyObject key) {
        return key;
    }

    @PythonFunction("starred(first, /, *rest, sep=' ', **others)")
    static String starred(PyInt first, PyObject[] rest, String sep, PyDict others) {
        return first + sep + rest.length + sep + others.size();
    }

    @PythonFunction(value = "raw", raw = true)
    int raw(PyObject[] args, PyStr[] names) {
        return args.length * 100 + (names == null ? 0 : names.length) * 10 + count;
    }
}
