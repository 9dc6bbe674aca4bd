package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class BadParameterName extends PyObject {
    BadParameterName() {
        super(PyType.OBJECT);
    }

    @PythonMethod("m($self, a b, /)")
    void m(PyObject x) {}
}
