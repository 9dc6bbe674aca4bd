package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class StarNeedsArray extends PyObject {
    StarNeedsArray() {
        super(PyType.OBJECT);
    }

    @PythonMethod("m($self, *args)")
    void m(PyTuple args) {}
}
