package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class SetterWithoutGetter extends PyObject {
    SetterWithoutGetter() {
        super(PyType.OBJECT);
    }

    @PythonSetter("x")
    void setX(PyObject value) {}
}
