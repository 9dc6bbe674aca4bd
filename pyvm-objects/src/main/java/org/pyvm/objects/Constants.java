package org.pyvm.objects;

import java.math.BigInteger;
import java.util.List;
import org.pyvm.ast.Bytes;
import org.pyvm.ast.Complex;
import org.pyvm.ast.FrozenConstant;
import org.pyvm.ast.SpecialConstant;
import org.pyvm.compiler.CodeObject;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyComplex;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyFrozenSet;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.tokenizer.CodePoints;

/** Turns the constants of the front end into Python objects. */
public final class Constants {
    private Constants() {}

    /** @param value one of the forms that a constant of the AST or of a code object can have */
    public static PyObject toPython(Object value) {
        return switch (value) {
            case Boolean truth -> PyBool.of(truth);
            case Long number -> PyInt.of(number);
            case BigInteger number -> PyInt.of(number);
            case Double number -> PyFloat.of(number);
            case Complex number -> PyComplex.of(number.real(), number.imag());
            case CodePoints text -> text(text);
            case Bytes bytes -> PyBytes.of(bytes.toArray());
            case SpecialConstant special ->
                switch (special) {
                    case NONE -> Singletons.NONE;
                    case ELLIPSIS -> Singletons.ELLIPSIS;
                };
            case CodeObject code -> new PyCode(code);
            case FrozenConstant set -> PyFrozenSet.literal(toArray(set.items()));
            case List<?> items -> PyTuple.of(toArray(items));
            default -> throw new IllegalArgumentException("no constant: " + value.getClass());
        };
    }

    /** The constants of a code object. */
    static PyObject[] toPython(CodeObject code) {
        return toArray(code.constants());
    }

    /** Text that could be a name is interned, as CPython does. */
    private static PyStr text(CodePoints text) {
        String chars = text.bmp();
        if (chars == null) {
            return PyStr.of(text);
        }
        for (int i = 0; i < chars.length(); i++) {
            char c = chars.charAt(i);
            if (c > 0x7F || !Character.isLetterOrDigit(c) && c != '_') {
                return PyStr.ofBmp(chars);
            }
        }
        return PyStr.intern(chars);
    }

    private static PyObject[] toArray(List<?> values) {
        return values.stream().map(Constants::toPython).toArray(PyObject[]::new);
    }
}
