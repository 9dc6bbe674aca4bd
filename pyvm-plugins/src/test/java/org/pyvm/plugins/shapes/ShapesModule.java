package org.pyvm.plugins.shapes;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;

/** {@code shapes}, a module in Java. */
@PythonModule("shapes")
public final class ShapesModule {
    @PythonConstant("corners")
    static final int CORNERS = 4;

    @PythonConstant("Circle")
    static final PyObject CIRCLE = Circle.TYPE;

    private int asked;

    @PythonFunction("area(width, height=1.0)")
    double area(double width, double height) {
        asked++;
        if (width < 0) {
            throw PyErr.valueError("a width is not negative");
        }
        return width * height;
    }

    @PythonFunction("asked()")
    int asked() {
        return asked;
    }
}
