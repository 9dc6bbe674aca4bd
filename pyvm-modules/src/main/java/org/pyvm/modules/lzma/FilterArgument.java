package org.pyvm.modules.lzma;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** Filters as Python programs give them: dictionaries. */
final class FilterArgument {
    private static final Set<String> LZMA_OPTIONS =
            Set.of("id", "preset", "dict_size", "lc", "lp", "pb", "mode", "nice_len", "mf", "depth");
    private static final Set<String> DELTA_OPTIONS = Set.of("id", "dist");
    private static final Set<String> BRANCH_OPTIONS = Set.of("id", "start_offset");
    private static final long LARGEST_INT = 0xFFFFFFFFL;

    private FilterArgument() {}

    static List<Filter> chain(ThreadState thread, PyObject filters) {
        if (filters instanceof PyDict) {
            throw PyErr.typeError("dict is not a sequence");
        }
        int count = Objects.length(thread, filters);
        if (count > Filter.MOST) {
            throw PyErr.valueError("Too many filters - liblzma supports a maximum of %d", Filter.MOST);
        }
        List<Filter> chain = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chain.add(filter(thread, Sequences.getItem(thread, filters, i)));
        }
        return chain;
    }

    static Filter filter(ThreadState thread, PyObject argument) {
        if (!argument.type().slots().has(Slot.MP_SUBSCRIPT)) {
            throw PyErr.typeError("Filter specifier must be a dict or dict-like object");
        }
        PyObject given = itemOrNull(thread, argument, "id");
        if (given == null) {
            throw PyErr.valueError("Filter specifier must have an \"id\" entry");
        }
        BigInteger id = unsigned(given, "Python int too large to convert to C unsigned long", Long.SIZE);
        if (id.equals(BigInteger.valueOf(Filter.LZMA1)) || id.equals(BigInteger.valueOf(Filter.LZMA2))) {
            return lzma(thread, argument, id.longValue());
        }
        if (id.equals(BigInteger.valueOf(Filter.DELTA))) {
            PyDict options = options(argument, DELTA_OPTIONS, "delta");
            return new Filter.Delta(number(options, "dist", 1, "delta"));
        }
        if (id.bitLength() < Integer.SIZE && id.intValue() >= Filter.X86 && id.intValue() <= Filter.SPARC) {
            PyDict options = options(argument, BRANCH_OPTIONS, "BCJ");
            return new Filter.Branches(id.longValue(), number(options, "start_offset", 0, "BCJ"));
        }
        throw PyErr.valueError("Invalid filter ID: %s", id.toString());
    }

    private static Filter lzma(ThreadState thread, PyObject argument, long id) {
        PyObject given = itemOrNull(thread, argument, "preset");
        long preset = given == null ? Preset.DEFAULT : uint32(given);
        Filter.Lzma base = Preset.filter(id, preset);
        if (base == null) {
            throw invalidPreset(thread, preset);
        }
        PyDict options = options(argument, LZMA_OPTIONS, "LZMA");
        LzmaProperties before = base.properties();
        LzmaProperties properties = new LzmaProperties(
                small(number(options, "lc", before.lc(), "LZMA")),
                small(number(options, "lp", before.lp(), "LZMA")),
                small(number(options, "pb", before.pb(), "LZMA")),
                number(options, "dict_size", before.dictionarySize(), "LZMA"));
        return new Filter.Lzma(
                id,
                properties,
                small(number(options, "mode", base.mode(), "LZMA")),
                number(options, "nice_len", base.niceLength(), "LZMA"),
                small(number(options, "mf", base.matchFinder(), "LZMA")),
                number(options, "depth", base.depth(), "LZMA"));
    }

    /** Small numbers stay, others stay invalid. */
    private static int small(long number) {
        return (int) Math.min(number, 1 << 16);
    }

    static PyErr invalidPreset(ThreadState thread, long preset) {
        return PyErr.of(LzmaErrors.type(thread), "Invalid compression preset: %d", preset);
    }

    private static PyObject itemOrNull(ThreadState thread, PyObject mapping, String key) {
        try {
            return Objects.getItem(thread, mapping, PyStr.of(key));
        } catch (PyErr e) {
            if (e.matches(Exceptions.KEY_ERROR)) {
                return null;
            }
            throw e;
        }
    }

    private static PyDict options(PyObject argument, Set<String> allowed, String kind) {
        if (argument instanceof PyDict options) {
            boolean isKnown = true;
            for (int i = options.nextEntry(0); i >= 0; i = options.nextEntry(i + 1)) {
                isKnown &= options.keyAt(i) instanceof PyStr key && allowed.contains(key.toString());
            }
            if (isKnown) {
                return options;
            }
        }
        throw invalid(kind);
    }

    private static PyErr invalid(String kind) {
        return PyErr.valueError("Invalid filter specifier for %s filter", kind);
    }

    private static long number(PyDict options, String name, long otherwise, String kind) {
        PyObject given = options.get(name);
        if (given == null) {
            return otherwise;
        }
        if (given instanceof PyInt number && number.fitsLong()) {
            long value = number.longValue();
            if (value >= 0 && value <= LARGEST_INT) {
                return value;
            }
        }
        throw invalid(kind);
    }

    static long uint32(PyObject value) {
        return unsigned(value, "Value too large for uint32_t type", Integer.SIZE)
                .longValue();
    }

    /** A number of at most 64 bits without a sign. */
    static BigInteger uint64(PyObject value) {
        return unsigned(value, "int too big to convert", Long.SIZE);
    }

    private static BigInteger unsigned(PyObject value, String refusal, int bits) {
        if (!(value instanceof PyInt number)) {
            throw PyErr.typeError("an integer is required");
        }
        if (number.signum() < 0) {
            throw PyErr.overflowError("can't convert negative int to unsigned");
        }
        BigInteger big = number.bigValue();
        if (big.bitLength() > bits) {
            throw PyErr.overflowError(refusal);
        }
        return big;
    }
}
