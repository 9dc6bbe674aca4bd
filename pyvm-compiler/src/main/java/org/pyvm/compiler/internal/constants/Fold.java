package org.pyvm.compiler.internal.constants;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.pyvm.ast.Bytes;
import org.pyvm.ast.Complex;
import org.pyvm.ast.Operator;
import org.pyvm.ast.UnaryOperator;
import org.pyvm.tokenizer.CodePoints;

/**
 * Operators on constants. Null stands for what is left to run time: operations that fail, whose result is large, or that
 * need more than Java's arithmetic to be exact.
 */
public final class Fold {
    /** Bounds on the size of results. */
    public record Limits(int intBits, int collection, int string, int totalItems) {
        /** Of 3.6's peephole pass. */
        public static final Limits PEEPHOLE = new Limits(128, 20, 20, 1024);
        /** Of 3.11's folding in the AST, which decides what its warnings take for a constant. */
        public static final Limits AST = new Limits(128, 256, 4096, 1024);
    }

    private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);
    /** Integers up to here are exact as double. */
    private static final long EXACT_DOUBLE = 1L << 53;

    private Fold() {}

    /** The operand after a unary operator but {@code not}, or null. */
    public static Object unary(UnaryOperator operator, Object operand) {
        if (operator == UnaryOperator.NOT) {
            return !Truth.of(operand);
        }
        if (operand instanceof Double value) {
            return switch (operator) {
                case U_SUB -> -value;
                case U_ADD -> value;
                case INVERT, NOT -> null;
            };
        }
        if (operand instanceof Complex value) {
            return switch (operator) {
                case U_SUB -> new Complex(-value.real(), -value.imag());
                case U_ADD -> value;
                case INVERT, NOT -> null;
            };
        }
        BigInteger value = integer(operand);
        if (value == null) {
            return null;
        }
        return switch (operator) {
            case U_SUB -> normalized(value.negate());
            case U_ADD -> normalized(value);
            case INVERT -> normalized(value.not());
            case NOT -> null;
        };
    }

    /** The value of a binary operation, or null. */
    public static Object binary(Operator operator, Object v, Object w, Limits limits) {
        if (v instanceof Boolean a && w instanceof Boolean b) {
            switch (operator) {
                case BIT_AND:
                    return a & b;
                case BIT_OR:
                    return a | b;
                case BIT_XOR:
                    return a ^ b;
                default:
                    break;
            }
        }
        BigInteger a = integer(v);
        BigInteger b = integer(w);
        if (a != null && b != null) {
            return integers(operator, a, b, limits);
        }
        boolean numbers = (a != null || v instanceof Double || v instanceof Complex)
                && (b != null || w instanceof Double || w instanceof Complex);
        if (!numbers) {
            return sequences(operator, v, w, a, b, limits);
        }
        if (v instanceof Complex || w instanceof Complex) {
            return complexes(operator, v, w);
        }
        Double x = real(v);
        Double y = real(w);
        return x == null || y == null ? null : floats(operator, x, y);
    }

    /** {@code container[key]} of constants, or null. */
    public static Object subscript(Object container, Object key) {
        BigInteger index = integer(key);
        if (index == null || index.bitLength() > 31) {
            return null;
        }
        int size = switch (container) {
            case CodePoints text -> text.length();
            case Bytes bytes -> bytes.length();
            case List<?> tuple -> tuple.size();
            default -> -1;
        };
        int at = index.intValue() < 0 ? index.intValue() + size : index.intValue();
        if (at < 0 || at >= size) {
            return null;
        }
        return switch (container) {
            case CodePoints text -> CodePoints.ofCodePoints(new int[] {text.codePointAt(at)});
            case Bytes bytes -> (long) bytes.at(at);
            case List<?> tuple -> tuple.get(at);
            default -> null;
        };
    }

    private static Object integers(Operator operator, BigInteger v, BigInteger w, Limits limits) {
        return switch (operator) {
            case ADD -> normalized(v.add(w));
            case SUB -> normalized(v.subtract(w));
            case MULT ->
                bits(v) + bits(w) > limits.intBits && v.signum() != 0 && w.signum() != 0
                        ? null
                        : normalized(v.multiply(w));
            case DIV -> exact(v) && exact(w) && w.signum() != 0 ? (Object) (v.doubleValue() / w.doubleValue()) : null;
            case FLOOR_DIV -> w.signum() == 0 ? null : normalized(floorDivide(v, w));
            case MOD ->
                w.signum() == 0 ? null : normalized(v.subtract(floorDivide(v, w).multiply(w)));
            case POW -> power(v, w, limits);
            case L_SHIFT -> {
                boolean small = w.signum() >= 0
                        && w.bitLength() < 31
                        && (v.signum() == 0
                                || w.intValue() <= limits.intBits && bits(v) <= limits.intBits - w.intValue());
                yield small ? normalized(v.signum() == 0 ? v : v.shiftLeft(w.intValue())) : null;
            }
            case R_SHIFT -> w.signum() < 0 || w.bitLength() > 31 ? null : normalized(v.shiftRight(w.intValue()));
            case BIT_AND -> normalized(v.and(w));
            case BIT_OR -> normalized(v.or(w));
            case BIT_XOR -> normalized(v.xor(w));
            case MAT_MULT -> null;
        };
    }

    private static Object power(BigInteger v, BigInteger w, Limits limits) {
        if (w.signum() < 0) {
            Double x = real(normalized(v));
            Double y = real(normalized(w));
            return x == null || y == null ? null : floats(Operator.POW, x, y);
        }
        if (w.signum() > 0 && v.signum() != 0) {
            if (w.bitLength() > 31 || bits(v) > limits.intBits / w.intValue()) {
                return null;
            }
        }
        if (w.bitLength() > 31) {
            return 0L;
        }
        return normalized(v.pow(w.intValue()));
    }

    private static Object floats(Operator operator, double v, double w) {
        return switch (operator) {
            case ADD -> v + w;
            case SUB -> v - w;
            case MULT -> v * w;
            case DIV -> w == 0 ? null : (Object) (v / w);
            case FLOOR_DIV -> w == 0 ? null : (Object) floorDivide(v, w);
            case MOD -> w == 0 ? null : (Object) modulo(v, w);
            // A fractional power of a negative number is complex; overflow and 0 to a negative power are errors.
            case POW -> {
                double result = Math.pow(v, w);
                yield Double.isInfinite(result) || Double.isNaN(result) ? null : (Object) result;
            }
            case L_SHIFT, R_SHIFT, BIT_AND, BIT_OR, BIT_XOR, MAT_MULT -> null;
        };
    }

    private static double modulo(double v, double w) {
        double result = v % w;
        if (result == 0) {
            return Math.copySign(0.0, w);
        }
        return w < 0 != result < 0 ? result + w : result;
    }

    private static double floorDivide(double v, double w) {
        double remainder = v % w;
        double quotient = (v - remainder) / w;
        if (remainder != 0 && w < 0 != remainder < 0) {
            quotient -= 1;
        }
        if (quotient == 0) {
            return Math.copySign(0.0, v / w);
        }
        double floor = Math.floor(quotient);
        return quotient - floor > 0.5 ? floor + 1 : floor;
    }

    private static Object complexes(Operator operator, Object v, Object w) {
        Complex a = complex(v);
        Complex b = complex(w);
        if (a == null || b == null) {
            return null;
        }
        return switch (operator) {
            case ADD -> new Complex(a.real() + b.real(), a.imag() + b.imag());
            case SUB -> new Complex(a.real() - b.real(), a.imag() - b.imag());
            case MULT ->
                new Complex(a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real());
            case DIV, FLOOR_DIV, MOD, POW, L_SHIFT, R_SHIFT, BIT_AND, BIT_OR, BIT_XOR, MAT_MULT -> null;
        };
    }

    private static Object sequences(
            Operator operator, Object v, Object w, BigInteger times, BigInteger timesRight, Limits limits) {
        if (operator == Operator.ADD) {
            return concatenated(v, w);
        }
        if (operator == Operator.MULT && (times != null || timesRight != null)) {
            return repeated(times != null ? w : v, times != null ? times : timesRight, limits);
        }
        return null;
    }

    private static Object concatenated(Object v, Object w) {
        if (v instanceof CodePoints a && w instanceof CodePoints b) {
            return a.concat(b);
        }
        if (v instanceof Bytes a && w instanceof Bytes b) {
            byte[] both = new byte[a.length() + b.length()];
            System.arraycopy(a.toArray(), 0, both, 0, a.length());
            System.arraycopy(b.toArray(), 0, both, a.length(), b.length());
            return Bytes.of(both);
        }
        if (v instanceof List<?> a && w instanceof List<?> b) {
            List<Object> both = new ArrayList<>(a);
            both.addAll(b);
            return List.copyOf(both);
        }
        return null;
    }

    private static Object repeated(Object sequence, BigInteger count, Limits limits) {
        int size = switch (sequence) {
            case CodePoints text -> text.length();
            case Bytes bytes -> bytes.length();
            case List<?> tuple -> tuple.size();
            default -> -1;
        };
        if (size < 0 || count.bitLength() > 31) {
            return null;
        }
        int times = count.intValue();
        if (size == 0) {
            return sequence;
        }
        int limit = sequence instanceof List<?> ? limits.collection : limits.string;
        if (times < 0 || times > limit / size) {
            return null;
        }
        return switch (sequence) {
            case CodePoints text -> {
                int[] all = new int[size * times];
                int[] once = text.toArray();
                for (int i = 0; i < all.length; i++) {
                    all[i] = once[i % size];
                }
                yield CodePoints.ofCodePoints(all);
            }
            case Bytes bytes -> {
                byte[] all = new byte[size * times];
                for (int i = 0; i < all.length; i++) {
                    all[i] = (byte) bytes.at(i % size);
                }
                yield Bytes.of(all);
            }
            case List<?> tuple -> {
                if (times > 0 && complexity(tuple, limits.totalItems / times) < 0) {
                    yield null;
                }
                List<Object> all = new ArrayList<>();
                for (int i = 0; i < times; i++) {
                    all.addAll(tuple);
                }
                yield List.copyOf(all);
            }
            default -> null;
        };
    }

    /** What is left of a limit after counting the items of nested tuples. */
    private static int complexity(Object value, int limit) {
        int left = limit;
        if (value instanceof List<?> tuple) {
            left -= tuple.size();
            for (Object item : tuple) {
                if (left < 0) {
                    break;
                }
                left = complexity(item, left);
            }
        }
        return left;
    }

    private static BigInteger integer(Object value) {
        return switch (value) {
            case Long number -> BigInteger.valueOf(number);
            case BigInteger number -> number;
            case Boolean truth -> truth ? BigInteger.ONE : BigInteger.ZERO;
            default -> null;
        };
    }

    private static Object normalized(BigInteger value) {
        return value.compareTo(LONG_MIN) >= 0 && value.compareTo(LONG_MAX) <= 0 ? (Object) value.longValue() : value;
    }

    /** A real number as double; null when an integer is too large for one. */
    private static Double real(Object value) {
        if (value instanceof Double number) {
            return number;
        }
        BigInteger number = integer(value);
        return number == null || Double.isInfinite(number.doubleValue()) ? null : number.doubleValue();
    }

    private static Complex complex(Object value) {
        if (value instanceof Complex number) {
            return number;
        }
        Double real = real(value);
        return real == null ? null : new Complex(real, 0);
    }

    private static boolean exact(BigInteger value) {
        return value.bitLength() < 63 && Math.abs(value.longValue()) <= EXACT_DOUBLE;
    }

    private static int bits(BigInteger value) {
        return value.abs().bitLength();
    }

    private static BigInteger floorDivide(BigInteger v, BigInteger w) {
        BigInteger[] parts = v.divideAndRemainder(w);
        return parts[1].signum() != 0 && parts[1].signum() != w.signum() ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }
}
