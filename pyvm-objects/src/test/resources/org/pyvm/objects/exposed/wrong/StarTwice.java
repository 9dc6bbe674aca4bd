package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class StarTwice extends PyObject {
    StarTwice() {
        super(PyType.OBJECT);
    }

    @PythonMethod("m($self, *x, *, y)")
    void m(PyObject[] x, PyObject y) {}
}
