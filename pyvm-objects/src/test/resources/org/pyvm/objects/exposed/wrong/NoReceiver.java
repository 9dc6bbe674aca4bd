package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class NoReceiver extends PyObject {
    NoReceiver() {
        super(PyType.OBJECT);
    }

    @PythonMethod("m(x, /)")
    void m(PyObject x) {}
}
