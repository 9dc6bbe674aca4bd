package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class ParameterTwice extends PyObject {
    ParameterTwice() {
        super(PyType.OBJECT);
    }

    @PythonMethod("m($self, x, x)")
    void m(PyObject x, PyObject y) {}
}
