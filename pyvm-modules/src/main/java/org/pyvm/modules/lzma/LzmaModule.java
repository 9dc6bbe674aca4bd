package org.pyvm.modules.lzma;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyModule;

/** The module {@code _lzma}. */
@PythonModule("_lzma")
public final class LzmaModule {
    @PythonConstant("CHECK_CRC32")
    static final int CHECK_CRC32 = 1;

    @PythonConstant("CHECK_CRC64")
    static final int CHECK_CRC64 = 4;

    @PythonConstant("CHECK_ID_MAX")
    static final int CHECK_ID_MAX = 15;

    @PythonConstant("CHECK_NONE")
    static final int CHECK_NONE = StreamDecoder.CHECK_NONE;

    @PythonConstant("CHECK_SHA256")
    static final int CHECK_SHA256 = 10;

    @PythonConstant("CHECK_UNKNOWN")
    static final int CHECK_UNKNOWN = StreamDecoder.CHECK_UNKNOWN;

    @PythonConstant("FILTER_ARM")
    static final int FILTER_ARM = Filter.ARM;

    @PythonConstant("FILTER_ARMTHUMB")
    static final int FILTER_ARMTHUMB = Filter.ARMTHUMB;

    @PythonConstant("FILTER_DELTA")
    static final int FILTER_DELTA = Filter.DELTA;

    @PythonConstant("FILTER_IA64")
    static final int FILTER_IA64 = Filter.IA64;

    @PythonConstant("FILTER_LZMA1")
    static final long FILTER_LZMA1 = Filter.LZMA1;

    @PythonConstant("FILTER_LZMA2")
    static final long FILTER_LZMA2 = Filter.LZMA2;

    @PythonConstant("FILTER_POWERPC")
    static final int FILTER_POWERPC = Filter.POWERPC;

    @PythonConstant("FILTER_SPARC")
    static final int FILTER_SPARC = Filter.SPARC;

    @PythonConstant("FILTER_X86")
    static final int FILTER_X86 = Filter.X86;

    @PythonConstant("FORMAT_ALONE")
    static final int FORMAT_ALONE = 2;

    @PythonConstant("FORMAT_AUTO")
    static final int FORMAT_AUTO = 0;

    @PythonConstant("FORMAT_RAW")
    static final int FORMAT_RAW = 3;

    @PythonConstant("FORMAT_XZ")
    static final int FORMAT_XZ = 1;

    @PythonConstant("MF_BT2")
    static final int MF_BT2 = Filter.Lzma.BINARY_TREE_2;

    @PythonConstant("MF_BT3")
    static final int MF_BT3 = Filter.Lzma.BINARY_TREE_3;

    @PythonConstant("MF_BT4")
    static final int MF_BT4 = Filter.Lzma.BINARY_TREE_4;

    @PythonConstant("MF_HC3")
    static final int MF_HC3 = Filter.Lzma.HASH_CHAIN_3;

    @PythonConstant("MF_HC4")
    static final int MF_HC4 = Filter.Lzma.HASH_CHAIN_4;

    @PythonConstant("MODE_FAST")
    static final int MODE_FAST = Filter.Lzma.MODE_FAST;

    @PythonConstant("MODE_NORMAL")
    static final int MODE_NORMAL = Filter.Lzma.MODE_NORMAL;

    @PythonConstant("PRESET_DEFAULT")
    static final int PRESET_DEFAULT = Preset.DEFAULT;

    @PythonConstant("PRESET_EXTREME")
    static final long PRESET_EXTREME = Preset.EXTREME;

    @PythonConstant("LZMACompressor")
    static final PyType COMPRESSOR = PyLzmaCompressor.TYPE;

    @PythonConstant("LZMADecompressor")
    static final PyType DECOMPRESSOR = PyLzmaDecompressor.TYPE;

    LzmaModule() {}

    @PythonModuleInit
    void complete(ThreadState thread, PyModule module) {
        module.dict().put("LZMAError", LzmaErrors.type(thread));
    }

    static boolean isCheckSupported(int check) {
        return check == CHECK_NONE || check == CHECK_CRC32 || check == CHECK_CRC64 || check == CHECK_SHA256;
    }

    @PythonFunction("is_check_supported(check_id, /)")
    static boolean isSupported(int check) {
        return isCheckSupported(check);
    }

    @PythonFunction("_encode_filter_properties(filter, /)")
    static PyObject encodeFilterProperties(ThreadState thread, PyObject filter) {
        try {
            return PyBytes.of(FilterArgument.filter(thread, filter).encode());
        } catch (LzmaFailure e) {
            throw LzmaErrors.of(thread, e);
        }
    }

    @PythonFunction("_decode_filter_properties(filter_id, encoded_props, /)")
    static PyObject decodeFilterProperties(ThreadState thread, PyObject id, byte[] properties) {
        Filter filter;
        try {
            filter = Filter.decode(FilterArgument.uint64(id).longValue(), properties);
        } catch (LzmaFailure e) {
            throw LzmaErrors.of(thread, e);
        }
        PyDict result = new PyDict();
        result.put("id", id);
        switch (filter) {
            case Filter.Lzma lzma -> {
                LzmaProperties values = lzma.properties();
                if (lzma.id() == Filter.LZMA1) {
                    result.put("lc", PyInt.of(values.lc()));
                    result.put("lp", PyInt.of(values.lp()));
                    result.put("pb", PyInt.of(values.pb()));
                }
                result.put("dict_size", PyInt.of(values.dictionarySize()));
            }
            case Filter.Delta delta -> result.put("dist", PyInt.of(delta.distance()));
            case Filter.Branches branches -> {
                if (properties.length > 0) {
                    result.put("start_offset", PyInt.of(branches.startOffset()));
                }
            }
        }
        return result;
    }
}
