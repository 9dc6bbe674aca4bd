package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class ConstantNotStatic extends PyObject {
    ConstantNotStatic() {
        super(PyType.OBJECT);
    }

    @PythonConstant("x")
    final PyObject x = null;
}
