package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class InitWithResult extends PyObject {
    InitWithResult() {
        super(PyType.OBJECT);
    }

    @PythonInit("($self, x=0, /)")
    PyObject init(long x) {
        return this;
    }
}
