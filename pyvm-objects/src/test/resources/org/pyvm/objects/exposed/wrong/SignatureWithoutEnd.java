package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class SignatureWithoutEnd extends PyObject {
    SignatureWithoutEnd() {
        super(PyType.OBJECT);
    }

    @PythonMethod("m($self, x")
    void m(PyObject x) {}
}
