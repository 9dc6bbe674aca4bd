package org.pyvm.modules.math;

import java.util.HashMap;
import java.util.Map;

/**
 * What complex functions give where an argument is infinite or not a number. For most cells this is Annex G of the C standard;
 * where that leaves a sign or a part open, it is what CPython gives.
 *
 * <p>Rows are the real part and columns the imaginary part, each {@code -inf}, a negative number, {@code -0}, {@code 0}, a
 * positive number, {@code inf}, {@code nan}. A point is for arguments that the function's formula serves, an exclamation mark
 * for a domain error.
 */
final class ComplexSpecialValues {
    private static final String TABLES = """
        acos
        3pi/4,inf pi,inf    pi,inf    pi,-inf   pi,-inf   3pi/4,-inf nan,inf
        pi/2,inf  .         .         .         .         pi/2,-inf nan,nan
        pi/2,inf  .         .         .         .         pi/2,-inf pi/2,nan
        pi/2,inf  .         .         .         .         pi/2,-inf pi/2,nan
        pi/2,inf  .         .         .         .         pi/2,-inf nan,nan
        pi/4,inf  0,inf     0,inf     0,-inf    0,-inf    pi/4,-inf nan,inf
        nan,inf   nan,nan   nan,nan   nan,nan   nan,nan   nan,-inf  nan,nan
        acosh
        inf,-3pi/4 inf,-pi   inf,-pi   inf,pi    inf,pi    inf,3pi/4 inf,nan
        inf,-pi/2 .         .         .         .         inf,pi/2  nan,nan
        inf,-pi/2 .         .         .         .         inf,pi/2  nan,nan
        inf,-pi/2 .         .         .         .         inf,pi/2  nan,nan
        inf,-pi/2 .         .         .         .         inf,pi/2  nan,nan
        inf,-pi/4 inf,-0    inf,-0    inf,0     inf,0     inf,pi/4  inf,nan
        inf,nan   nan,nan   nan,nan   nan,nan   nan,nan   inf,nan   nan,nan
        asinh
        -inf,-pi/4 -inf,-0   -inf,-0   -inf,0    -inf,0    -inf,pi/4 -inf,nan
        -inf,-pi/2 .         .         .         .         -inf,pi/2 nan,nan
        -inf,-pi/2 .         .         .         .         -inf,pi/2 nan,nan
        inf,-pi/2 .         .         .         .         inf,pi/2  nan,nan
        inf,-pi/2 .         .         .         .         inf,pi/2  nan,nan
        inf,-pi/4 inf,-0    inf,-0    inf,0     inf,0     inf,pi/4  inf,nan
        inf,nan   nan,nan   nan,-0    nan,0     nan,nan   inf,nan   nan,nan
        atanh
        -0,-pi/2  -0,-pi/2  -0,-pi/2  -0,pi/2   -0,pi/2   -0,pi/2   -0,nan
        -0,-pi/2  .         .         .         .         -0,pi/2   nan,nan
        -0,-pi/2  .         .         .         .         -0,pi/2   -0,nan
        0,-pi/2   .         .         .         .         0,pi/2    0,nan
        0,-pi/2   .         .         .         .         0,pi/2    nan,nan
        0,-pi/2   0,-pi/2   0,-pi/2   0,pi/2    0,pi/2    0,pi/2    0,nan
        0,-pi/2   nan,nan   nan,nan   nan,nan   nan,nan   0,pi/2    nan,nan
        cosh
        !         .         inf,0     inf,-0    .         !         inf,nan
        !         .         .         .         .         !         nan,nan
        !         .         .         .         .         !         nan,0
        !         .         .         .         .         !         nan,0
        !         .         .         .         .         !         nan,nan
        !         .         inf,-0    inf,0     .         !         inf,nan
        nan,nan   nan,nan   nan,0     nan,0     nan,nan   nan,nan   nan,nan
        exp
        0,0       .         0,-0      0,0       .         0,0       0,0
        !         .         .         .         .         !         nan,nan
        !         .         .         .         .         !         nan,nan
        !         .         .         .         .         !         nan,nan
        !         .         .         .         .         !         nan,nan
        !         .         inf,-0    inf,0     .         !         inf,nan
        nan,nan   nan,nan   nan,-0    nan,0     nan,nan   nan,nan   nan,nan
        log
        inf,-3pi/4 inf,-pi   inf,-pi   inf,pi    inf,pi    inf,3pi/4 inf,nan
        inf,-pi/2 .         .         .         .         inf,pi/2  nan,nan
        inf,-pi/2 .         .         .         .         inf,pi/2  nan,nan
        inf,-pi/2 .         .         .         .         inf,pi/2  nan,nan
        inf,-pi/2 .         .         .         .         inf,pi/2  nan,nan
        inf,-pi/4 inf,-0    inf,-0    inf,0     inf,0     inf,pi/4  inf,nan
        inf,nan   nan,nan   nan,nan   nan,nan   nan,nan   inf,nan   nan,nan
        rect
        !         .         -inf,0    -inf,-0   .         !         inf,nan
        !         .         .         .         .         !         nan,nan
        0,0       .         .         .         .         0,0       0,0
        0,0       .         .         .         .         0,0       0,0
        !         .         .         .         .         !         nan,nan
        !         .         inf,-0    inf,0     .         !         inf,nan
        nan,nan   nan,nan   nan,0     nan,0     nan,nan   nan,nan   nan,nan
        sinh
        !         .         -inf,-0   -inf,0    .         !         inf,nan
        !         .         .         .         .         !         nan,nan
        !         .         .         .         .         !         0,nan
        !         .         .         .         .         !         0,nan
        !         .         .         .         .         !         nan,nan
        !         .         inf,-0    inf,0     .         !         inf,nan
        nan,nan   nan,nan   nan,-0    nan,0     nan,nan   nan,nan   nan,nan
        sqrt
        inf,-inf  0,-inf    0,-inf    0,inf     0,inf     inf,inf   nan,inf
        inf,-inf  .         .         .         .         inf,inf   nan,nan
        inf,-inf  .         .         .         .         inf,inf   nan,nan
        inf,-inf  .         .         .         .         inf,inf   nan,nan
        inf,-inf  .         .         .         .         inf,inf   nan,nan
        inf,-inf  inf,-0    inf,-0    inf,0     inf,0     inf,inf   inf,nan
        inf,-inf  nan,nan   nan,nan   nan,nan   nan,nan   inf,inf   nan,nan
        tanh
        -1,0      .         -1,-0     -1,0      .         -1,0      -1,0
        !         .         .         .         .         !         nan,nan
        !         .         .         .         .         !         nan,nan
        !         .         .         .         .         !         nan,nan
        !         .         .         .         .         !         nan,nan
        1,0       .         1,-0      1,0       .         1,0       1,0
        nan,nan   nan,nan   nan,-0    nan,0     nan,nan   nan,nan   nan,nan
        """;

    private static final int KINDS = 7;
    private static final Map<String, ComplexSpecialValues> ALL = parse();

    /** Null for a cell that the formula serves. */
    private final Complex[] cells = new Complex[KINDS * KINDS];

    private ComplexSpecialValues() {}

    static ComplexSpecialValues of(String function) {
        return ALL.get(function);
    }

    private static Map<String, ComplexSpecialValues> parse() {
        Map<String, ComplexSpecialValues> all = new HashMap<>();
        String[] words = TABLES.strip().split("\\s+");
        for (int i = 0; i < words.length; i += KINDS * KINDS + 1) {
            ComplexSpecialValues table = new ComplexSpecialValues();
            for (int cell = 0; cell < KINDS * KINDS; cell++) {
                table.cells[cell] = cell(words[i + 1 + cell]);
            }
            all.put(words[i], table);
        }
        return Map.copyOf(all);
    }

    private static Complex cell(String word) {
        if (word.equals(".")) {
            return null;
        }
        if (word.equals("!")) {
            return Complex.DOMAIN_ERROR;
        }
        int comma = word.indexOf(',');
        return new Complex(value(word.substring(0, comma)), value(word.substring(comma + 1)));
    }

    private static double value(String word) {
        if (word.startsWith("-")) {
            return -value(word.substring(1));
        }
        return switch (word) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "nan" -> Double.NaN;
            case "pi" -> Math.PI;
            case "pi/2" -> Math.PI / 2;
            case "pi/4" -> Math.PI / 4;
            case "3pi/4" -> 3 * (Math.PI / 4);
            default -> Double.parseDouble(word);
        };
    }

    private static int kind(double x) {
        if (Double.isNaN(x)) {
            return 6;
        }
        if (x == 0) {
            return 1 / x < 0 ? 2 : 3;
        }
        if (Double.isInfinite(x)) {
            return x < 0 ? 0 : 5;
        }
        return x < 0 ? 1 : 4;
    }

    /** The value at a point, {@link Complex#DOMAIN_ERROR}, or null when the formula serves. */
    Complex at(double real, double imag) {
        return Double.isFinite(real) && Double.isFinite(imag) ? null : cells[kind(real) * KINDS + kind(imag)];
    }
}
