package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class GetterWithParameter extends PyObject {
    GetterWithParameter() {
        super(PyType.OBJECT);
    }

    @PythonGetter("x")
    int x(PyObject y) {
        return 1;
    }
}
