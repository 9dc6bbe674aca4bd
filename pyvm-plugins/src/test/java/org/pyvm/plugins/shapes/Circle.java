package org.pyvm.plugins.shapes;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;

/** A type in Java. */
@PythonType(name = "Circle")
public final class Circle extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("shapes", "Circle", new CircleExposed.SlotTable(), new CircleExposed());

    private final double radius;

    private Circle(double radius) {
        super(TYPE);
        this.radius = radius;
    }

    @PythonNew("($cls, radius=1.0)")
    static PyObject make(PyType cls, double radius) {
        return new Circle(radius);
    }

    @PythonGetter("radius")
    double radius() {
        return radius;
    }

    @PythonMethod("scaled($self, factor, /)")
    PyObject scaled(double factor) {
        return new Circle(radius * factor);
    }

    @SlotMethod(Slot.NB_ADD)
    static PyObject add(ThreadState thread, PyObject v, PyObject w) {
        return v instanceof Circle a && w instanceof Circle b
                ? new Circle(a.radius + b.radius)
                : Singletons.NOT_IMPLEMENTED;
    }
}
