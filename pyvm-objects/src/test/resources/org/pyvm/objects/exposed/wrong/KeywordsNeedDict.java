package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class KeywordsNeedDict extends PyObject {
    KeywordsNeedDict() {
        super(PyType.OBJECT);
    }

    @PythonMethod("m($self, **kwargs)")
    void m(PyObject kwargs) {}
}
