package org.pyvm.modules.etree;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The module {@code _elementtree}, which {@code xml.etree.ElementTree} takes its classes from. */
@PythonModule("_elementtree")
public final class ElementTreeModule {
    @PythonConstant("Element")
    static final PyType ELEMENT = PyElement.TYPE;

    @PythonConstant("TreeBuilder")
    static final PyType TREE_BUILDER = PyTreeBuilder.TYPE;

    @PythonConstant("XMLParser")
    static final PyType PARSER = PyTreeParser.TYPE;

    ElementTreeModule() {}

    @PythonModuleInit
    void init(ThreadState thread, PyModule module) {
        module.dict().put("ParseError", ElementTreeState.of(thread).parseError);
    }

    @PythonFunction(value = "SubElement", raw = true)
    static PyObject subElement(ThreadState thread, PyObject[] args, PyStr[] names) {
        ElementArguments given = ElementArguments.read(thread, "SubElement", args, names, 2);
        PyElement parent = PyElement.argument("SubElement", "argument 1", args[0]);
        PyElement child = new PyElement(args[1], given.attributes());
        parent.add(child);
        return child;
    }

    @PythonFunction(
            value = "_set_factories(comment_factory, pi_factory, /)",
            doc = "For the library: says what makes comments and processing instructions; answers what did until now.")
    static PyObject setFactories(ThreadState thread, PyObject comment, PyObject instruction) {
        checkFactory("Comment", comment);
        checkFactory("PI", instruction);
        ElementTreeState state = ElementTreeState.of(thread);
        PyObject before = PyTuple.of(orNone(state.commentFactory), orNone(state.instructionFactory));
        state.commentFactory = comment == Singletons.NONE ? null : comment;
        state.instructionFactory = instruction == Singletons.NONE ? null : instruction;
        return before;
    }

    private static void checkFactory(String what, PyObject factory) {
        if (factory != Singletons.NONE && !Calls.isCallable(factory)) {
            throw PyErr.typeError("%s factory must be callable, not %T", what, factory);
        }
    }

    private static PyObject orNone(PyObject value) {
        return value == null ? Singletons.NONE : value;
    }
}
