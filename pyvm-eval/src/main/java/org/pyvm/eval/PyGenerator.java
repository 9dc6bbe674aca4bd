package org.pyvm.eval;

import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyType;

/** {@code generator}. */
@PythonType(
        name = "generator",
        parts = {GeneratorMethods.class, ResumableAttributes.class})
public final class PyGenerator extends Resumable {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "generator", new PyGeneratorExposed.SlotTable(), new PyGeneratorExposed())
            .notSubclassable()
            .weakReferenceable();

    PyGenerator(PyFunction function, Frame frame) {
        super(TYPE, function, frame);
    }

    @Override
    String kind() {
        return "generator";
    }
}
