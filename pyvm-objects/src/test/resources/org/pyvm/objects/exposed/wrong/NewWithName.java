package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class NewWithName extends PyObject {
    NewWithName() {
        super(PyType.OBJECT);
    }

    @PythonNew("thing($cls, x=0, /)")
    static PyObject make(PyType cls, long x) {
        return null;
    }
}
