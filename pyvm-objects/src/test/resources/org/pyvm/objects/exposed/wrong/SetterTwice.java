package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class SetterTwice extends PyObject {
    SetterTwice() {
        super(PyType.OBJECT);
    }

    @PythonGetter("x")
    int x() {
        return 1;
    }

    @PythonSetter("x")
    void setX(PyObject value) {}

    @PythonSetter("x")
    void setXAgain(PyObject value) {}
}
