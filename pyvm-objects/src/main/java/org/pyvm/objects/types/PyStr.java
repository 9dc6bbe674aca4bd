package org.pyvm.objects.types;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Shape;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.Codecs;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.exposed.Signature;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.tokenizer.CodePoints;

/**
 * {@code str}: an immutable sequence of code points, in the form of {@link CodePoints}: one {@code char} a code point
 * while there is no non-BMP character, else an array of code points. So indexing is O(1) and lone surrogates are exact.
 *
 * <p>Here are the data and the slots; the methods are in the classes beside it. Instances of subclasses made by Python are
 * of the Java class {@link Derived}.
 */
@PythonType(
        name = "str",
        module = "builtins",
        parts = {
            StrMethods.class,
            StrSearch.class,
            StrSplit.class,
            StrCase.class,
            StrClassification.class,
            StrTranslation.class,
            StrFormat.class
        })
public class PyStr extends PyObject {
    /** Interned names of all interpreters; interning is invisible but for identity, so one pool serves them all. */
    private static final ConcurrentMap<String, PyStr> POOL = new ConcurrentHashMap<>(4096);

    public static final PyType TYPE =
            PyType.builtin("builtins", "str", new PyStrExposed.SlotTable(), new PyStrExposed());
    public static final PyStr EMPTY = new PyStr("", (int[]) null);

    /** The strings of one Latin-1 character. */
    private static final PyStr[] LATIN_1 = new PyStr[256];

    static {
        for (int i = 0; i < LATIN_1.length; i++) {
            LATIN_1[i] = new PyStr(String.valueOf((char) i), (int[]) null);
        }
        for (int i = 0; i < 0x80; i++) {
            POOL.put(LATIN_1[i].chars, LATIN_1[i]);
        }
    }

    /** Null when there are non-BMP characters, and while {@link #growing} has the text; read it by {@link #bmp}. */
    private String chars;

    private final int[] wide;
    /** Of a concatenation: where the text is until somebody looks at it; afterwards, and for other texts, see there. */
    private GrowingText.Piece growing;

    /** 0 until computed; the hash of the empty string is 0 and computed each time. */
    private long hash;

    PyStr(String chars, int[] wide) {
        this(TYPE, chars, wide);
    }

    /** Exactly one of {@code chars} and {@code wide} is not null; {@code wide} holds a non-BMP character. */
    protected PyStr(PyType type, String chars, int[] wide) {
        super(type);
        this.chars = chars;
        this.wide = wide;
    }

    /** An instance of a class that derives from str: can have attributes. */
    static final class Derived extends PyStr {
        private Shape shape;
        private PyObject[] values;

        Derived(PyType type, PyStr text) {
            super(type, text.bmp(), text.wide);
            shape = type.rootShape();
            values = shape == null ? null : shape.newValues(this);
        }

        @Override
        public Shape shape() {
            return shape;
        }

        @Override
        public PyObject[] attributeValues() {
            return values;
        }

        @Override
        public void setAttributes(Shape newShape, PyObject[] newValues) {
            shape = newShape;
            values = newValues;
        }
    }

    /** The result of a concatenation; no text means that the piece has it. */
    PyStr(String chars, GrowingText.Piece growing) {
        this(TYPE, chars, null);
        this.growing = growing;
    }

    GrowingText.Piece growing() {
        return growing;
    }

    /** From a Java string in which surrogate pairs mean one code point. */
    public static PyStr of(String utf16) {
        for (int i = 0; i < utf16.length(); i++) {
            if (Character.isSurrogate(utf16.charAt(i))) {
                return ofCodePoints(utf16.codePoints().toArray());
            }
        }
        return ofBmp(utf16);
    }

    /** From a Java string in which every {@code char} is one code point. */
    public static PyStr ofBmp(String chars) {
        if (chars.length() > 1) {
            return new PyStr(chars, (int[]) null);
        }
        return chars.isEmpty() ? EMPTY : ofCodePoint(chars.charAt(0));
    }

    /** From code points, surrogates included; the array must not be changed afterwards. */
    public static PyStr ofCodePoints(int[] codePoints) {
        return of(CodePoints.ofCodePoints(codePoints));
    }

    /** From a constant of the front end. */
    public static PyStr of(CodePoints text) {
        return text.bmp() != null ? ofBmp(text.bmp()) : new PyStr(null, text.wide());
    }

    /** One character. */
    public static PyStr ofCodePoint(int codePoint) {
        if (codePoint < LATIN_1.length) {
            return LATIN_1[codePoint];
        }
        return codePoint < 0x10000
                ? new PyStr(String.valueOf((char) codePoint), (int[]) null)
                : new PyStr(null, new int[] {codePoint});
    }

    /** A string of a type that may derive from str. */
    public static PyStr ofType(PyType cls, PyStr text) {
        return cls == TYPE ? text.exact() : new Derived(cls, text);
    }

    /** The one string of all interpreters with this text; for names that code looks up. */
    public static PyStr intern(String utf16) {
        PyStr known = POOL.get(utf16);
        return known != null ? known : internNew(of(utf16), utf16);
    }

    /** The interned string equal to this exact {@code str}. */
    public static PyStr intern(PyStr text) {
        if (text.wide != null || text.getClass() != PyStr.class) {
            return text;
        }
        String key = text.bmp();
        PyStr known = POOL.get(key);
        return known != null ? known : internNew(text, key);
    }

    /** Whether this is the string that {@link #intern} gives for its text. */
    public final boolean isInterned() {
        return wide == null && getClass() == PyStr.class && POOL.get(bmp()) == this;
    }

    private static PyStr internNew(PyStr text, String key) {
        PyStr raced = POOL.putIfAbsent(key, text);
        return raced == null ? text : raced;
    }

    /** {@code str(object='')} and {@code str(object, encoding, errors)}. */
    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        PyStr text;
        if (args.length <= 1 && names == null) {
            text = args.length == 0 ? EMPTY : Objects.str(thread, args[0]);
        } else {
            text = make(thread, NewSignature.BINDER.bind(null, args, 0, names));
        }
        // What __str__ of another class answered may be of a subclass, and is given as it is.
        return cls == TYPE ? text : new Derived(cls, text);
    }

    private static PyStr make(ThreadState thread, PyObject[] bound) {
        PyObject object = bound[0];
        String encoding = bound[1] == null ? null : Convert.toString("str", "argument 'encoding'", "str", bound[1]);
        String errors = bound[2] == null ? null : Convert.toString("str", "argument 'errors'", "str", bound[2]);
        if (object == null) {
            return EMPTY;
        }
        return encoding == null && errors == null
                ? Objects.str(thread, object)
                : Codecs.decodeObject(thread, object, encoding, errors);
    }

    /** Made when first needed: while the type is being made there can be no strings. */
    private static final class NewSignature {
        static final Signature BINDER = Signature.of(
                        "str", "(object='')", 0, 3, 0, 0, false, false, "object", "encoding", "errors")
                .ofConstructor();
    }

    /** One char per code point, or null when there is a non-BMP character. */
    public final String bmp() {
        String known = chars;
        return known != null || wide != null ? known : settle();
    }

    /** Takes the text out of the buffer that has it. */
    private String settle() {
        GrowingText.Piece piece = growing;
        chars = piece.take();
        growing = piece.afterwards();
        return chars;
    }

    /** The code points, not to be changed, or null when there is no non-BMP character. */
    public final int[] wide() {
        return wide;
    }

    /** In code points. */
    @SlotMethod(Slot.SQ_LENGTH)
    public final int length() {
        String known = chars;
        if (known != null) {
            return known.length();
        }
        return wide != null ? wide.length : growing.length();
    }

    public final int codePointAt(int index) {
        String text = bmp();
        return text != null ? text.charAt(index) : wide[index];
    }

    /** The exact str of the code points from one position to another. */
    public final PyStr substring(int start, int end) {
        String text = bmp();
        if (text != null) {
            return end - start == text.length() ? exact() : ofBmp(text.substring(start, end));
        }
        return end - start == wide.length ? exact() : ofCodePoints(Arrays.copyOfRange(wide, start, end));
    }

    /** A fresh array of the code points. */
    public final int[] toCodePoints() {
        return toCodePointsText().toArray();
    }

    /** The same text as the front end has it. */
    public final CodePoints toCodePointsText() {
        String text = bmp();
        return text != null ? CodePoints.ofBmp(text) : CodePoints.ofCodePoints(wide);
    }

    /** Equality of text, whatever the types. */
    public final boolean sameText(PyStr other) {
        if (this == other) {
            return true;
        }
        if (hash != 0 && other.hash != 0 && hash != other.hash) {
            return false;
        }
        String text = bmp();
        return text != null ? text.equals(other.bmp()) : other.wide != null && Arrays.equals(wide, other.wide);
    }

    /** Whether the text is this ASCII text. */
    public final boolean is(String ascii) {
        return ascii.equals(bmp());
    }

    /** Whether the text is framed by double underscores, as names of special methods are. */
    public final boolean isSpecial() {
        String text = bmp();
        return text != null && text.length() > 4 && text.startsWith("__") && text.endsWith("__");
    }

    /** CPython's hash of the text: SipHash-1-3 keyed by PYTHONHASHSEED; never -1. */
    @SlotMethod(Slot.TP_HASH)
    public final long hash() {
        long known = hash;
        if (known == 0) {
            String text = bmp();
            known = text != null ? StringHash.of(text) : StringHash.of(wide);
            hash = known;
        }
        return known;
    }

    /** Orders by code points. */
    public final int compareText(PyStr other) {
        String text = bmp();
        String otherText = other.bmp();
        if (text != null && otherText != null) {
            return text.compareTo(otherText);
        }
        int shorter = Math.min(length(), other.length());
        for (int i = 0; i < shorter; i++) {
            int difference = codePointAt(i) - other.codePointAt(i);
            if (difference != 0) {
                return difference;
            }
        }
        return length() - other.length();
    }

    /** The text with everything but ASCII as escapes, as {@code ascii()} shows it. */
    public final PyStr escapeNonAscii() {
        return isAscii() ? this : ofBmp(StrRepr.escapeNonAscii(this));
    }

    /** Whether all characters are ASCII. */
    public final boolean isAscii() {
        String text = bmp();
        if (text == null) {
            return false;
        }
        if (text.length() > 16) {
            // Java's encoder looks at many characters at once.
            byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
            return text.equals(new String(ascii, StandardCharsets.ISO_8859_1));
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** An exact {@code str} of the same text. */
    @SlotMethod(Slot.TP_STR)
    public final PyStr exact() {
        return getClass() == PyStr.class ? this : new PyStr(bmp(), wide);
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr() {
        return StrRepr.repr(this);
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject compare(PyObject other, Comparison op) {
        if (!(other instanceof PyStr text)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        return switch (op) {
            case EQ -> PyBool.of(sameText(text));
            case NE -> PyBool.of(!sameText(text));
            case LT, LE, GT, GE -> PyBool.of(op.holds(compareText(text)));
        };
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return isAscii() ? new PyStrAsciiIterator(this) : new PyStrIterator(this);
    }

    /** {@code self + other}. */
    @SlotMethod(Slot.SQ_CONCAT)
    PyObject concat(PyObject other) {
        if (!(other instanceof PyStr text)) {
            throw PyErr.typeError("can only concatenate str (not \"%T\") to str", other);
        }
        return concat(text);
    }

    /** The two texts as one exact str. */
    public final PyStr concat(PyStr other) {
        if (other.length() == 0) {
            return exact();
        }
        if (length() == 0) {
            return other.exact();
        }
        checkLength((long) length() + other.length());
        return StrConcatenation.concat(this, other);
    }

    /** @throws PyErr MemoryError when a text would be too long for a Java array */
    static void checkLength(long length) {
        if (length > Integer.MAX_VALUE - 16) {
            throw PyErr.memoryError();
        }
    }

    @SlotMethod(Slot.SQ_REPEAT)
    PyObject repeat(long count) {
        return StrConcatenation.repeat(this, count);
    }

    @SlotMethod(Slot.SQ_ITEM)
    PyObject item(long index) {
        if (index < 0 || index >= length()) {
            throw PyErr.indexError("string index out of range");
        }
        return ofCodePoint(codePointAt((int) index));
    }

    @SlotMethod(Slot.MP_SUBSCRIPT)
    PyObject subscript(ThreadState thread, PyObject key) {
        if (key.getClass() == PySmallInt.class) {
            long index = ((PySmallInt) key).value();
            return item(index < 0 ? index + length() : index);
        }
        if (key instanceof PySlice slice) {
            return StrConcatenation.slice(this, slice.bounds(thread, length()));
        }
        if (!key.type().slots().has(Slot.NB_INDEX)) {
            throw PyErr.typeError("string indices must be integers, not '%T'", key);
        }
        long index = Numbers.toIndex(thread, key);
        return item(index < 0 ? index + length() : index);
    }

    @SlotMethod(Slot.SQ_CONTAINS)
    boolean contains(PyObject value) {
        if (!(value instanceof PyStr text)) {
            throw PyErr.typeError("'in <string>' requires string as left operand, not %T", value);
        }
        return StrSearch.indexOf(this, text, 0, length()) >= 0;
    }

    @SlotMethod(Slot.NB_REMAINDER)
    static PyObject remainder(ThreadState thread, PyObject v, PyObject w) {
        return v instanceof PyStr text ? PercentFormat.format(thread, text, w) : Singletons.NOT_IMPLEMENTED;
    }

    @PythonMethod("__getnewargs__($self, /)")
    PyObject getNewArgs() {
        return PyTuple.of(new PyStr(bmp(), wide));
    }

    @PythonMethod("__sizeof__($self, /)")
    int sizeOf() {
        return StrRepr.sizeOf(this);
    }

    /** UTF-16; not injective when lone surrogates stand side by side. */
    @Override
    public String toString() {
        String text = bmp();
        return text != null ? text : new String(wide, 0, wide.length);
    }
}
