package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class PrivateMethod extends PyObject {
    PrivateMethod() {
        super(PyType.OBJECT);
    }

    @PythonMethod("m($self, /)")
    private void m() {}
}
