package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class NewWithoutReceiver extends PyObject {
    NewWithoutReceiver() {
        super(PyType.OBJECT);
    }

    @PythonNew("(x=0, /)")
    static PyObject make(PyType cls, long x) {
        return null;
    }
}
