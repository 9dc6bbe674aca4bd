package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class ClassMethodWithoutType extends PyObject {
    ClassMethodWithoutType() {
        super(PyType.OBJECT);
    }

    @PythonClassMethod("m($type, x, /)")
    static void m(PyObject type, PyObject x) {}
}
