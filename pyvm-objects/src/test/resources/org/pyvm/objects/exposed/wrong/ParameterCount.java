package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class ParameterCount extends PyObject {
    ParameterCount() {
        super(PyType.OBJECT);
    }

    @PythonMethod("m($self, x, y=None, /)")
    void m(ThreadState thread, PyObject x) {}
}
