package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class NameWithoutParameters extends PyObject {
    NameWithoutParameters() {
        super(PyType.OBJECT);
    }

    @PythonMethod("m")
    void m(PyObject x) {}
}
