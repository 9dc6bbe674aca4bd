package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class RequiredAfterOptional extends PyObject {
    RequiredAfterOptional() {
        super(PyType.OBJECT);
    }

    @PythonMethod("m($self, x=None, y, /)")
    void m(PyObject x, PyObject y) {}
}
