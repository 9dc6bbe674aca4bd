package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

public class ModuleTwice {
    @PythonModule("same")
    static class One {}

    @PythonModule("same")
    static class Two {}
}
