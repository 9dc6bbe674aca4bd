package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class BehindKeywords extends PyObject {
    BehindKeywords() {
        super(PyType.OBJECT);
    }

    @PythonMethod("m($self, **x, y)")
    void m(PyDict x, PyObject y) {}
}
