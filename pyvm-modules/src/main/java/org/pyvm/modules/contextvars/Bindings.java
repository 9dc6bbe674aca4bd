package org.pyvm.modules.contextvars;

import java.util.Arrays;
import org.pyvm.objects.PyObject;

/** An immutable table of context variables and their values, in the order in which they were first set. */
final class Bindings {
    static final Bindings EMPTY = new Bindings(new PyContextVar[0], new PyObject[0]);

    private final PyContextVar[] variables;
    private final PyObject[] values;

    private Bindings(PyContextVar[] variables, PyObject[] values) {
        this.variables = variables;
        this.values = values;
    }

    int size() {
        return variables.length;
    }

    PyContextVar variable(int index) {
        return variables[index];
    }

    PyObject value(int index) {
        return values[index];
    }

    /** -1 when the variable is not bound. */
    int indexOf(PyContextVar variable) {
        for (int i = 0; i < variables.length; i++) {
            if (variables[i] == variable) {
                return i;
            }
        }
        return -1;
    }

    /** Null when the variable is not bound. */
    PyObject get(PyContextVar variable) {
        int at = indexOf(variable);
        return at < 0 ? null : values[at];
    }

    Bindings with(PyContextVar variable, PyObject value) {
        int at = indexOf(variable);
        if (at >= 0) {
            PyObject[] changed = values.clone();
            changed[at] = value;
            return new Bindings(variables, changed);
        }
        PyContextVar[] moreVariables = Arrays.copyOf(variables, variables.length + 1);
        PyObject[] moreValues = Arrays.copyOf(values, values.length + 1);
        moreVariables[variables.length] = variable;
        moreValues[values.length] = value;
        return new Bindings(moreVariables, moreValues);
    }

    Bindings without(PyContextVar variable) {
        int at = indexOf(variable);
        if (at < 0) {
            return this;
        }
        PyContextVar[] fewerVariables = new PyContextVar[variables.length - 1];
        PyObject[] fewerValues = new PyObject[values.length - 1];
        System.arraycopy(variables, 0, fewerVariables, 0, at);
        System.arraycopy(variables, at + 1, fewerVariables, at, fewerVariables.length - at);
        System.arraycopy(values, 0, fewerValues, 0, at);
        System.arraycopy(values, at + 1, fewerValues, at, fewerValues.length - at);
        return new Bindings(fewerVariables, fewerValues);
    }
}
