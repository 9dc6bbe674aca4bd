package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class DeletablePrimitive extends PyObject {
    DeletablePrimitive() {
        super(PyType.OBJECT);
    }

    @PythonGetter("x")
    int x() {
        return 1;
    }

    @PythonSetter(value = "x", deletable = true)
    void setX(int value) {}
}
