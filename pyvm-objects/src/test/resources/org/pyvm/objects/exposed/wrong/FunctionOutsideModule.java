package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class FunctionOutsideModule extends PyObject {
    FunctionOutsideModule() {
        super(PyType.OBJECT);
    }

    @PythonFunction("f()")
    void f() {}
}
