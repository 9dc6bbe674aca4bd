package org.pyvm.eval.strategy.closure;

import static org.pyvm.compiler.Opcodes.*;

import org.pyvm.eval.semantics.Arithmetic;

/** Which method of {@link Arithmetic} is an operator's. */
final class OperatorNames {
    private OperatorNames() {}

    static String method(int opcode) {
        return switch (opcode) {
            case BINARY_ADD -> "binaryAdd";
            case BINARY_SUBTRACT -> "binarySubtract";
            case BINARY_MULTIPLY -> "binaryMultiply";
            case BINARY_MODULO -> "binaryModulo";
            case BINARY_TRUE_DIVIDE -> "binaryTrueDivide";
            case BINARY_FLOOR_DIVIDE -> "binaryFloorDivide";
            case BINARY_POWER -> "binaryPower";
            case BINARY_MATRIX_MULTIPLY -> "binaryMatrixMultiply";
            case BINARY_LSHIFT -> "binaryLshift";
            case BINARY_RSHIFT -> "binaryRshift";
            case BINARY_AND -> "binaryAnd";
            case BINARY_OR -> "binaryOr";
            case BINARY_XOR -> "binaryXor";
            case INPLACE_ADD -> "inPlaceAdd";
            case INPLACE_SUBTRACT -> "inPlaceSubtract";
            case INPLACE_MULTIPLY -> "inPlaceMultiply";
            case INPLACE_MODULO -> "inPlaceModulo";
            case INPLACE_TRUE_DIVIDE -> "inPlaceTrueDivide";
            case INPLACE_FLOOR_DIVIDE -> "inPlaceFloorDivide";
            case INPLACE_POWER -> "inPlacePower";
            case INPLACE_MATRIX_MULTIPLY -> "inPlaceMatrixMultiply";
            case INPLACE_LSHIFT -> "inPlaceLshift";
            case INPLACE_RSHIFT -> "inPlaceRshift";
            case INPLACE_AND -> "inPlaceAnd";
            case INPLACE_OR -> "inPlaceOr";
            case INPLACE_XOR -> "inPlaceXor";
            default -> throw new IllegalArgumentException("opcode " + opcode);
        };
    }
}
