package org.pyvm.modules.operator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.BinaryOperator;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.PyStr;

/** The module {@code _operator}. */
@PythonModule("_operator")
public final class OperatorModule {
    @PythonConstant("itemgetter")
    static final PyType ITEM_GETTER = ItemGetter.TYPE;

    @PythonConstant("attrgetter")
    static final PyType ATTR_GETTER = AttrGetter.TYPE;

    @PythonConstant("methodcaller")
    static final PyType METHOD_CALLER = MethodCaller.TYPE;

    OperatorModule() {}

    @PythonFunction("truth(a, /)")
    static boolean truth(ThreadState thread, PyObject a) {
        return Objects.isTrue(thread, a);
    }

    @PythonFunction("not_(a, /)")
    static boolean not(ThreadState thread, PyObject a) {
        return !Objects.isTrue(thread, a);
    }

    @PythonFunction("is_(a, b, /)")
    static boolean is(ThreadState thread, PyObject a, PyObject b) {
        return a == b;
    }

    @PythonFunction("is_not(a, b, /)")
    static boolean isNot(ThreadState thread, PyObject a, PyObject b) {
        return a != b;
    }

    @PythonFunction("lt(a, b, /)")
    static PyObject lt(ThreadState thread, PyObject a, PyObject b) {
        return Comparisons.compare(thread, a, b, Comparison.LT);
    }

    @PythonFunction("le(a, b, /)")
    static PyObject le(ThreadState thread, PyObject a, PyObject b) {
        return Comparisons.compare(thread, a, b, Comparison.LE);
    }

    @PythonFunction("eq(a, b, /)")
    static PyObject eq(ThreadState thread, PyObject a, PyObject b) {
        return Comparisons.compare(thread, a, b, Comparison.EQ);
    }

    @PythonFunction("ne(a, b, /)")
    static PyObject ne(ThreadState thread, PyObject a, PyObject b) {
        return Comparisons.compare(thread, a, b, Comparison.NE);
    }

    @PythonFunction("gt(a, b, /)")
    static PyObject gt(ThreadState thread, PyObject a, PyObject b) {
        return Comparisons.compare(thread, a, b, Comparison.GT);
    }

    @PythonFunction("ge(a, b, /)")
    static PyObject ge(ThreadState thread, PyObject a, PyObject b) {
        return Comparisons.compare(thread, a, b, Comparison.GE);
    }

    @PythonFunction("add(a, b, /)")
    static PyObject add(ThreadState thread, PyObject a, PyObject b) {
        return Numbers.add(thread, a, b);
    }

    @PythonFunction("mul(a, b, /)")
    static PyObject multiply(ThreadState thread, PyObject a, PyObject b) {
        return Numbers.multiply(thread, a, b);
    }

    @PythonFunction("sub(a, b, /)")
    static PyObject subtract(ThreadState thread, PyObject a, PyObject b) {
        return Numbers.binary(thread, BinaryOperator.SUBTRACT, a, b);
    }

    @PythonFunction("mod(a, b, /)")
    static PyObject remainder(ThreadState thread, PyObject a, PyObject b) {
        return Numbers.binary(thread, BinaryOperator.REMAINDER, a, b);
    }

    @PythonFunction("floordiv(a, b, /)")
    static PyObject floordiv(ThreadState thread, PyObject a, PyObject b) {
        return Numbers.binary(thread, BinaryOperator.FLOOR_DIVIDE, a, b);
    }

    @PythonFunction("truediv(a, b, /)")
    static PyObject truediv(ThreadState thread, PyObject a, PyObject b) {
        return Numbers.binary(thread, BinaryOperator.TRUE_DIVIDE, a, b);
    }

    @PythonFunction("matmul(a, b, /)")
    static PyObject matmul(ThreadState thread, PyObject a, PyObject b) {
        return Numbers.binary(thread, BinaryOperator.MATRIX_MULTIPLY, a, b);
    }

    @PythonFunction("lshift(a, b, /)")
    static PyObject lshift(ThreadState thread, PyObject a, PyObject b) {
        return Numbers.binary(thread, BinaryOperator.LSHIFT, a, b);
    }

    @PythonFunction("rshift(a, b, /)")
    static PyObject rshift(ThreadState thread, PyObject a, PyObject b) {
        return Numbers.binary(thread, BinaryOperator.RSHIFT, a, b);
    }

    @PythonFunction("and_(a, b, /)")
    static PyObject and(ThreadState thread, PyObject a, PyObject b) {
        return Numbers.binary(thread, BinaryOperator.AND, a, b);
    }

    @PythonFunction("xor(a, b, /)")
    static PyObject xor(ThreadState thread, PyObject a, PyObject b) {
        return Numbers.binary(thread, BinaryOperator.XOR, a, b);
    }

    @PythonFunction("or_(a, b, /)")
    static PyObject or(ThreadState thread, PyObject a, PyObject b) {
        return Numbers.binary(thread, BinaryOperator.OR, a, b);
    }

    @PythonFunction("iadd(a, b, /)")
    static PyObject iadd(ThreadState thread, PyObject a, PyObject b) {
        return Numbers.inPlace(thread, BinaryOperator.ADD, a, b);
    }

    @PythonFunction("isub(a, b, /)")
    static PyObject isub(ThreadState thread, PyObject a, PyObject b) {
        return Numbers.inPlace(thread, BinaryOperator.SUBTRACT, a, b);
    }

    @PythonFunction("imul(a, b, /)")
    static PyObject imul(ThreadState thread, PyObject a, PyObject b) {
        return Numbers.inPlace(thread, BinaryOperator.MULTIPLY, a, b);
    }

    @PythonFunction("imod(a, b, /)")
    static PyObject imod(ThreadState thread, PyObject a, PyObject b) {
        return Numbers.inPlace(thread, BinaryOperator.REMAINDER, a, b);
    }

    @PythonFunction("ifloordiv(a, b, /)")
    static PyObject ifloordiv(ThreadState thread, PyObject a, PyObject b) {
        return Numbers.inPlace(thread, BinaryOperator.FLOOR_DIVIDE, a, b);
    }

    @PythonFunction("itruediv(a, b, /)")
    static PyObject itruediv(ThreadState thread, PyObject a, PyObject b) {
        return Numbers.inPlace(thread, BinaryOperator.TRUE_DIVIDE, a, b);
    }

    @PythonFunction("imatmul(a, b, /)")
    static PyObject imatmul(ThreadState thread, PyObject a, PyObject b) {
        return Numbers.inPlace(thread, BinaryOperator.MATRIX_MULTIPLY, a, b);
    }

    @PythonFunction("ilshift(a, b, /)")
    static PyObject ilshift(ThreadState thread, PyObject a, PyObject b) {
        return Numbers.inPlace(thread, BinaryOperator.LSHIFT, a, b);
    }

    @PythonFunction("irshift(a, b, /)")
    static PyObject irshift(ThreadState thread, PyObject a, PyObject b) {
        return Numbers.inPlace(thread, BinaryOperator.RSHIFT, a, b);
    }

    @PythonFunction("iand(a, b, /)")
    static PyObject iand(ThreadState thread, PyObject a, PyObject b) {
        return Numbers.inPlace(thread, BinaryOperator.AND, a, b);
    }

    @PythonFunction("ixor(a, b, /)")
    static PyObject ixor(ThreadState thread, PyObject a, PyObject b) {
        return Numbers.inPlace(thread, BinaryOperator.XOR, a, b);
    }

    @PythonFunction("ior(a, b, /)")
    static PyObject ior(ThreadState thread, PyObject a, PyObject b) {
        return Numbers.inPlace(thread, BinaryOperator.OR, a, b);
    }

    @PythonFunction("pow(a, b, /)")
    static PyObject pow(ThreadState thread, PyObject a, PyObject b) {
        return Numbers.power(thread, a, b, Singletons.NONE);
    }

    @PythonFunction("ipow(a, b, /)")
    static PyObject ipow(ThreadState thread, PyObject a, PyObject b) {
        return Numbers.inPlacePower(thread, a, b);
    }

    @PythonFunction("neg(a, /)")
    static PyObject neg(ThreadState thread, PyObject a) {
        return Numbers.negative(thread, a);
    }

    @PythonFunction("pos(a, /)")
    static PyObject pos(ThreadState thread, PyObject a) {
        return Numbers.positive(thread, a);
    }

    @PythonFunction("abs(a, /)")
    static PyObject abs(ThreadState thread, PyObject a) {
        return Numbers.absolute(thread, a);
    }

    @PythonFunction("inv(a, /)")
    static PyObject inv(ThreadState thread, PyObject a) {
        return Numbers.invert(thread, a);
    }

    @PythonFunction("invert(a, /)")
    static PyObject invert(ThreadState thread, PyObject a) {
        return Numbers.invert(thread, a);
    }

    @PythonFunction("index(a, /)")
    static PyObject index(ThreadState thread, PyObject a) {
        return Numbers.index(thread, a).exact();
    }

    @PythonFunction("concat(a, b, /)")
    static PyObject concat(ThreadState thread, PyObject a, PyObject b) {
        return Sequences.concat(thread, a, b);
    }

    @PythonFunction("iconcat(a, b, /)")
    static PyObject iconcat(ThreadState thread, PyObject a, PyObject b) {
        return Sequences.inPlaceConcat(thread, a, b);
    }

    @PythonFunction("contains(a, b, /)")
    static boolean contains(ThreadState thread, PyObject a, PyObject b) {
        return Sequences.contains(thread, a, b);
    }

    @PythonFunction("countOf(a, b, /)")
    static long countOf(ThreadState thread, PyObject a, PyObject b) {
        return Sequences.count(thread, a, b);
    }

    @PythonFunction("indexOf(a, b, /)")
    static long indexOf(ThreadState thread, PyObject a, PyObject b) {
        return Sequences.index(thread, a, b);
    }

    @PythonFunction("getitem(a, b, /)")
    static PyObject getItem(ThreadState thread, PyObject a, PyObject b) {
        return Objects.getItem(thread, a, b);
    }

    @PythonFunction("setitem(a, b, c, /)")
    static void setItem(ThreadState thread, PyObject a, PyObject b, PyObject c) {
        Objects.setItem(thread, a, b, c);
    }

    @PythonFunction("delitem(a, b, /)")
    static void deleteItem(ThreadState thread, PyObject a, PyObject b) {
        Objects.deleteItem(thread, a, b);
    }

    @PythonFunction("length_hint(obj, default=0, /)")
    static long lengthHint(ThreadState thread, PyObject object, long fallback) {
        int hint = Objects.lengthHint(thread, object, -1);
        return hint < 0 ? fallback : hint;
    }

    @PythonFunction(value = "call(obj, /, *args, **kwargs)", raw = true)
    static PyObject call(ThreadState thread, PyObject[] args, PyStr[] names) {
        Arguments.checkCount("call", Arguments.positionalCount(args, names), 1, Integer.MAX_VALUE);
        return Calls.call(thread, args[0], Arrays.copyOfRange(args, 1, args.length), names);
    }

    /** Compares all bytes whether or not some differ, so that the time tells nothing of a secret. */
    @PythonFunction("_compare_digest(a, b, /)")
    public static boolean compareDigest(ThreadState thread, PyObject a, PyObject b) {
        if (a instanceof PyStr left && b instanceof PyStr right) {
            return MessageDigest.isEqual(asciiBytes(left), asciiBytes(right));
        }
        if (!a.type().slots().has(Slot.BF_GETBUFFER) && !b.type().slots().has(Slot.BF_GETBUFFER)) {
            throw PyErr.typeError("unsupported operand types(s) or combination of types: '%T' and '%T'", a, b);
        }
        return MessageDigest.isEqual(Convert.toByteArray(thread, a), Convert.toByteArray(thread, b));
    }

    private static byte[] asciiBytes(PyStr text) {
        String chars = text.bmp();
        if (chars == null || chars.chars().anyMatch(c -> c > 0x7F)) {
            throw PyErr.typeError("comparing strings with non-ASCII characters is not supported");
        }
        return chars.getBytes(StandardCharsets.US_ASCII);
    }
}
