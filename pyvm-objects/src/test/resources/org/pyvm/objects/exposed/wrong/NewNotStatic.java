package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class NewNotStatic extends PyObject {
    NewNotStatic() {
        super(PyType.OBJECT);
    }

    @PythonNew("($cls, x=0, /)")
    PyObject make(PyType cls, long x) {
        return this;
    }
}
