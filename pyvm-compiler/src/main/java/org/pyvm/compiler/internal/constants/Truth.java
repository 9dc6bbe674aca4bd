package org.pyvm.compiler.internal.constants;

import java.math.BigInteger;
import java.util.List;
import org.pyvm.ast.Bytes;
import org.pyvm.ast.Complex;
import org.pyvm.ast.FrozenConstant;
import org.pyvm.ast.SpecialConstant;
import org.pyvm.tokenizer.CodePoints;

/** Whether a constant is true. */
public final class Truth {
    private Truth() {}

    public static boolean of(Object constant) {
        return switch (constant) {
            case Boolean value -> value;
            case Long value -> value != 0;
            case BigInteger value -> value.signum() != 0;
            case Double value -> value != 0;
            case Complex value -> value.real() != 0 || value.imag() != 0;
            case CodePoints value -> value.length() > 0;
            case Bytes value -> value.length() > 0;
            case List<?> value -> !value.isEmpty();
            case FrozenConstant value -> !value.items().isEmpty();
            case SpecialConstant value -> value != SpecialConstant.NONE;
            default -> true;
        };
    }
}
