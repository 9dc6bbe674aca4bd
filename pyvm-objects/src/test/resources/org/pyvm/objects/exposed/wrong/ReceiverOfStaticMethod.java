package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class ReceiverOfStaticMethod extends PyObject {
    ReceiverOfStaticMethod() {
        super(PyType.OBJECT);
    }

    @PythonStaticMethod("m($self, x, /)")
    static void m(PyObject x) {}
}
