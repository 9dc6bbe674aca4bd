package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonModule("thing")
public class ModuleInitParameter {
    @PythonModuleInit
    void init(String name) {}
}
