package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class ClassMethodNotStatic extends PyObject {
    ClassMethodNotStatic() {
        super(PyType.OBJECT);
    }

    @PythonClassMethod("m($type, x, /)")
    void m(PyType type, PyObject x) {}
}
