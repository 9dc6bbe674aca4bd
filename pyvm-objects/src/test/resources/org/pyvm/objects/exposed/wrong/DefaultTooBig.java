package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class DefaultTooBig extends PyObject {
    DefaultTooBig() {
        super(PyType.OBJECT);
    }

    @PythonMethod("m($self, x=4294967296, /)")
    void m(int x) {}
}
