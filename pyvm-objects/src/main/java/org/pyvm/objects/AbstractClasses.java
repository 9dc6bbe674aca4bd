package org.pyvm.objects;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.types.PyStr;

/** The refusal to instantiate a class with abstract methods. */
final class AbstractClasses {
    private AbstractClasses() {}

    static PyErr cannotInstantiate(ThreadState thread, PyType cls) {
        List<String> methods = new ArrayList<>();
        PyObject iterator = Iterators.iter(thread, cls.dict().get(Names.ABSTRACTMETHODS));
        for (PyObject method; (method = Iterators.next(thread, iterator)) != null; ) {
            methods.add(((PyStr) method).toString());
        }
        Collections.sort(methods);
        return PyErr.typeError(
                "Can't instantiate abstract class %N with abstract method%s %s",
                cls, methods.size() == 1 ? "" : "s", String.join(", ", methods));
    }
}
