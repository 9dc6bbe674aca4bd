package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class RawParameters extends PyObject {
    RawParameters() {
        super(PyType.OBJECT);
    }

    @PythonMethod(value = "m", raw = true)
    void m(PyObject[] args) {}
}
