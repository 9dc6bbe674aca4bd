package org.pyvm.modules.etree;

import org.pyvm.modules.imports.Importing;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** What the module keeps for one interpreter. */
final class ElementTreeState {
    private static final PyStr CODE = PyStr.intern("code");
    private static final PyStr POSITION = PyStr.intern("position");

    final PyType parseError;
    /** What makes comments and processing instructions; null until the library says. */
    PyObject commentFactory;

    PyObject instructionFactory;
    private PyObject elementPath;
    private PyObject deepCopy;

    private ElementTreeState(ThreadState thread) {
        parseError = Exceptions.define(thread, "xml.etree.ElementTree.ParseError", Exceptions.SYNTAX_ERROR);
    }

    static ElementTreeState of(ThreadState thread) {
        ElementTreeState state = thread.interpreter().serviceOrNull(ElementTreeState.class);
        return state != null
                ? state
                : thread.interpreter().service(ElementTreeState.class, () -> new ElementTreeState(thread));
    }

    /** The module {@code xml.etree.ElementPath}. */
    PyObject elementPath(ThreadState thread) {
        if (elementPath == null) {
            PyObject xml = Importing.importModule(
                    thread, PyStr.intern("xml.etree"), Singletons.NONE, PyTuple.of(PyStr.intern("ElementPath")), 0);
            elementPath = Attributes.get(thread, xml, "ElementPath");
        }
        return elementPath;
    }

    /** The function {@code copy.deepcopy}. */
    PyObject deepCopy(ThreadState thread) {
        if (deepCopy == null) {
            PyObject copy = Importing.importModule(
                    thread, PyStr.intern("copy"), Singletons.NONE, PyTuple.of(PyStr.intern("deepcopy")), 0);
            deepCopy = Attributes.get(thread, copy, "deepcopy");
        }
        return deepCopy;
    }

    /** The error of a document. @param place its line and column */
    PyErr parseError(ThreadState thread, String what, int code, long[] place) {
        PyErr error = PyErr.of(parseError, PyStr.of(what + ": line " + place[0] + ", column " + place[1]));
        Attributes.set(thread, error.value(), CODE, PyInt.of(code));
        Attributes.set(thread, error.value(), POSITION, PyTuple.of(PyInt.of(place[0]), PyInt.of(place[1])));
        return error;
    }
}
