package org.pyvm.modules.lzma;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.modules.CompressedOutput;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.tukaani.xz.FilterOptions;
import org.tukaani.xz.FinishableOutputStream;
import org.tukaani.xz.FinishableWrapperOutputStream;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.XZOutputStream;

/** {@code _lzma.LZMACompressor}. */
@PythonType(name = "LZMACompressor", module = "_lzma")
public final class PyLzmaCompressor extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "_lzma", "LZMACompressor", new PyLzmaCompressorExposed.SlotTable(), new PyLzmaCompressorExposed())
            .notSubclassable();

    private static final int DEFAULT_CHECK = -1;
    private static final int LARGEST_CHECK = 15;

    private final CompressedOutput output;

    private PyLzmaCompressor(ByteArrayOutputStream out, FinishableOutputStream stream) {
        super(TYPE);
        output = new CompressedOutput(out, stream, stream::finish);
    }

    @PythonNew(value = "($cls, format=1, check=-1, preset=None, filters=None)", showSignature = false)
    static PyObject make(ThreadState thread, PyType cls, int format, int check, PyObject preset, PyObject filters) {
        if (format != LzmaModule.FORMAT_XZ && check != DEFAULT_CHECK && check != StreamDecoder.CHECK_NONE) {
            throw PyErr.valueError("Integrity checks are only supported by FORMAT_XZ");
        }
        if (preset != Singletons.NONE && filters != Singletons.NONE) {
            throw PyErr.valueError("Cannot specify both preset and filter chain");
        }
        long level = preset == Singletons.NONE ? Preset.DEFAULT : FilterArgument.uint32(preset);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            return new PyLzmaCompressor(
                    out,
                    switch (format) {
                        case LzmaModule.FORMAT_XZ -> xz(thread, out, check, level, filters);
                        case LzmaModule.FORMAT_ALONE -> alone(thread, out, level, filters);
                        case LzmaModule.FORMAT_RAW -> raw(thread, out, filters);
                        default -> throw PyErr.valueError("Invalid container format: %d", format);
                    });
        } catch (LzmaFailure e) {
            throw LzmaErrors.of(thread, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FinishableOutputStream xz(
            ThreadState thread, ByteArrayOutputStream out, int check, long level, PyObject filters)
            throws IOException, LzmaFailure {
        List<Filter> chain;
        if (filters == Singletons.NONE) {
            Filter.Lzma filter = Preset.filter(Filter.LZMA2, level);
            if (filter == null) {
                throw LzmaFailure.options();
            }
            chain = List.of(filter);
        } else {
            chain = FilterArgument.chain(thread, filters);
        }
        if (chain.isEmpty() || check > LARGEST_CHECK || check < DEFAULT_CHECK) {
            throw LzmaFailure.usage();
        }
        if (chain.getLast().id() != Filter.LZMA2) {
            throw LzmaFailure.options();
        }
        int chosen = check == DEFAULT_CHECK ? LzmaModule.CHECK_CRC64 : check;
        if (!LzmaModule.isCheckSupported(chosen)) {
            throw LzmaFailure.check();
        }
        return new XZOutputStream(out, options(chain), chosen);
    }

    private static FilterOptions[] options(List<Filter> chain) throws LzmaFailure {
        if (chain.isEmpty()) {
            throw LzmaFailure.usage();
        }
        FilterOptions[] options = new FilterOptions[chain.size()];
        for (int i = 0; i < options.length; i++) {
            Filter filter = chain.get(i);
            boolean isLast = i == options.length - 1;
            if (filter instanceof Filter.Lzma != isLast) {
                throw LzmaFailure.options();
            }
            options[i] = filter.options();
        }
        return options;
    }

    private static FinishableOutputStream alone(
            ThreadState thread, ByteArrayOutputStream out, long level, PyObject filters)
            throws IOException, LzmaFailure {
        Filter filter;
        if (filters == Singletons.NONE) {
            filter = Preset.filter(Filter.LZMA1, level);
            if (filter == null) {
                throw FilterArgument.invalidPreset(thread, level);
            }
        } else {
            List<Filter> chain = FilterArgument.chain(thread, filters);
            filter = chain.size() == 1 ? chain.getFirst() : null;
        }
        if (!(filter instanceof Filter.Lzma lzma) || lzma.id() != Filter.LZMA1) {
            throw PyErr.valueError("Invalid filter chain for FORMAT_ALONE - must be a single LZMA1 filter");
        }
        return new LZMAOutputStream(out, lzma.options(), Lzma1Decoder.UNKNOWN);
    }

    private static FinishableOutputStream raw(ThreadState thread, ByteArrayOutputStream out, PyObject filters)
            throws IOException, LzmaFailure {
        if (filters == Singletons.NONE) {
            throw PyErr.valueError("Must specify filters for FORMAT_RAW");
        }
        List<Filter> chain = FilterArgument.chain(thread, filters);
        FilterOptions[] options = options(chain);
        FinishableOutputStream stream = new FinishableWrapperOutputStream(out);
        int last = options.length - 1;
        if (chain.getLast() instanceof Filter.Lzma lzma && lzma.id() == Filter.LZMA1) {
            stream = new LZMAOutputStream(stream, lzma.options(), true);
            last--;
        }
        for (int i = last; i >= 0; i--) {
            stream = options[i].getOutputStream(stream);
        }
        return stream;
    }

    @PythonMethod("compress($self, data, /)")
    PyObject compress(byte[] data) {
        return output.compress(data);
    }

    @PythonMethod("flush($self, /)")
    PyObject flush() {
        return output.flush();
    }
}
