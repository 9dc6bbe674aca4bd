package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class StaticMethodNotStatic extends PyObject {
    StaticMethodNotStatic() {
        super(PyType.OBJECT);
    }

    @PythonStaticMethod("m(x, /)")
    void m(PyObject x) {}
}
