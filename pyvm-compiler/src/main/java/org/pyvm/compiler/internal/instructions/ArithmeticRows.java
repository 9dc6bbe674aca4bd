package org.pyvm.compiler.internal.instructions;

import static org.pyvm.compiler.Opcode.opcode;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.compiler.Opcode;
import org.pyvm.compiler.Opcode.Argument;

/** Shuffling the stack, and the operators. */
public final class ArithmeticRows {
    private static final Object[][] BINARY = {
        {"BINARY_MATRIX_MULTIPLY", 16, "@"},
        {"BINARY_POWER", 19, "**"},
        {"BINARY_MULTIPLY", 20, "*"},
        {"BINARY_MODULO", 22, "%"},
        {"BINARY_ADD", 23, "+"},
        {"BINARY_SUBTRACT", 24, "-"},
        {"BINARY_FLOOR_DIVIDE", 26, "//"},
        {"BINARY_TRUE_DIVIDE", 27, "/"},
        {"BINARY_LSHIFT", 62, "<<"},
        {"BINARY_RSHIFT", 63, ">>"},
        {"BINARY_AND", 64, "&"},
        {"BINARY_XOR", 65, "^"},
        {"BINARY_OR", 66, "|"},
    };
    private static final Object[][] IN_PLACE = {
        {"INPLACE_MATRIX_MULTIPLY", 17, "@="},
        {"INPLACE_FLOOR_DIVIDE", 28, "//="},
        {"INPLACE_TRUE_DIVIDE", 29, "/="},
        {"INPLACE_ADD", 55, "+="},
        {"INPLACE_SUBTRACT", 56, "-="},
        {"INPLACE_MULTIPLY", 57, "*="},
        {"INPLACE_MODULO", 59, "%="},
        {"INPLACE_POWER", 67, "**="},
        {"INPLACE_LSHIFT", 75, "<<="},
        {"INPLACE_RSHIFT", 76, ">>="},
        {"INPLACE_AND", 77, "&="},
        {"INPLACE_XOR", 78, "^="},
        {"INPLACE_OR", 79, "|="},
    };

    private ArithmeticRows() {}

    public static List<Opcode> rows() {
        List<Opcode> rows = new ArrayList<>();
        stack(rows);
        unary(rows);
        for (Object[] row : BINARY) {
            rows.add(opcode((String) row[0], (Integer) row[1])
                    .takes("v", "w")
                    .gives("v " + row[2] + " w")
                    .means("The operator " + row[2] + ".")
                    .build());
        }
        for (Object[] row : IN_PLACE) {
            rows.add(opcode((String) row[0], (Integer) row[1])
                    .takes("v", "w")
                    .gives("result")
                    .means("The statement v " + row[2] + " w; the result is stored by what follows.")
                    .build());
        }
        rows.add(opcode("COMPARE_OP", 107)
                .argument(Argument.COMPARISON)
                .takes("v", "w")
                .gives("result")
                .means("Compares: 0 <, 1 <=, 2 ==, 3 !=, 4 >, 5 >=, 6 in, 7 not in, 8 is, 9 is not, 10 whether the"
                        + " exception class v is matched by the except clause's expression w.")
                .build());
        return rows;
    }

    private static void stack(List<Opcode> rows) {
        rows.add(opcode("POP_TOP", 1).takes("a").means("Drops the top item.").build());
        rows.add(opcode("ROT_TWO", 2)
                .takes("a", "b")
                .gives("b", "a")
                .means("Swaps the two topmost items.")
                .build());
        rows.add(opcode("ROT_THREE", 3)
                .takes("a", "b", "c")
                .gives("c", "a", "b")
                .means("Lifts the second and third item, and moves the top down to third place.")
                .build());
        rows.add(opcode("DUP_TOP", 4)
                .takes("a")
                .gives("a", "a")
                .means("Doubles the top item.")
                .build());
        rows.add(opcode("DUP_TOP_TWO", 5)
                .takes("a", "b")
                .gives("a", "b", "a", "b")
                .means("Doubles the two topmost items, in order.")
                .build());
        rows.add(opcode("NOP", 9).means("Does nothing.").costs(0).build());
        rows.add(opcode("EXTENDED_ARG", 144)
                .argument(Argument.COUNT)
                .means("Gives the next higher eight bits of the following instruction's argument; up to three stand"
                        + " before an instruction, the highest first.")
                .costs(0)
                .build());
    }

    private static void unary(List<Opcode> rows) {
        rows.add(opcode("UNARY_POSITIVE", 10)
                .takes("v")
                .gives("+v")
                .means("The operator +.")
                .build());
        rows.add(opcode("UNARY_NEGATIVE", 11)
                .takes("v")
                .gives("-v")
                .means("The operator -.")
                .build());
        rows.add(opcode("UNARY_NOT", 12)
                .takes("v")
                .gives("not v")
                .means("The operator not: True or False.")
                .build());
        rows.add(opcode("UNARY_INVERT", 15)
                .takes("v")
                .gives("~v")
                .means("The operator ~.")
                .build());
    }
}
