package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class UnknownParameterType extends PyObject {
    UnknownParameterType() {
        super(PyType.OBJECT);
    }

    @PythonMethod("m($self, x, /)")
    void m(java.util.List<String> x) {}
}
