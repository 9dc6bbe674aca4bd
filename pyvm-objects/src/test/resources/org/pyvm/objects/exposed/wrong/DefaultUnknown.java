package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class DefaultUnknown extends PyObject {
    DefaultUnknown() {
        super(PyType.OBJECT);
    }

    @PythonMethod("m($self, x=something, /)")
    void m(PyObject x) {}
}
