package org.pyvm.compiler.internal.codegen;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.pyvm.ast.Complex;

/** Constants as keys of a dict: numbers that are equal in Python are equal here. */
final class PatternKeys {
    private PatternKeys() {}

    static Object comparable(Object constant) {
        return switch (constant) {
            case Boolean truth -> truth ? BigDecimal.ONE : BigDecimal.ZERO;
            case Long number ->
                number == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(number).stripTrailingZeros();
            case BigInteger number -> new BigDecimal(number).stripTrailingZeros();
            case Double number -> real(number);
            case Complex number when number.imag() == 0 -> real(number.real());
            default -> constant;
        };
    }

    private static Object real(double number) {
        boolean finite = !Double.isNaN(number) && !Double.isInfinite(number);
        if (!finite) {
            return number;
        }
        BigDecimal exact = new BigDecimal(number);
        return exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
    }
}
