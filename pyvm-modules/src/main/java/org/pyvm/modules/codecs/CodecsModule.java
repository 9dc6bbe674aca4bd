package org.pyvm.modules.codecs;

import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.ByteOrder;
import org.pyvm.objects.codecs.BytesEscape;
import org.pyvm.objects.codecs.Charmap;
import org.pyvm.objects.codecs.CodecRegistry;
import org.pyvm.objects.codecs.Decoded;
import org.pyvm.objects.codecs.PyEncodingMap;
import org.pyvm.objects.codecs.SingleByte;
import org.pyvm.objects.codecs.UnicodeEscape;
import org.pyvm.objects.codecs.Utf16;
import org.pyvm.objects.codecs.Utf32;
import org.pyvm.objects.codecs.Utf7;
import org.pyvm.objects.codecs.Utf8;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The module {@code _codecs}: the registry of codecs, and the encodings that CPython writes in C. */
@PythonModule("_codecs")
public final class CodecsModule {
    CodecsModule() {}

    private static PyObject encoded(byte[] bytes, int length) {
        return PyTuple.of(PyBytes.of(bytes), PyInt.of(length));
    }

    private static PyObject decoded(PyStr text, int length) {
        return PyTuple.of(text, PyInt.of(length));
    }

    private static PyObject decoded(Decoded decoded) {
        return decoded(decoded.text(), decoded.consumed());
    }

    @PythonFunction("register(search_function, /)")
    static void register(ThreadState thread, PyObject searchFunction) {
        CodecRegistry.of(thread).register(searchFunction);
    }

    @PythonFunction("unregister(search_function, /)")
    static void unregister(ThreadState thread, PyObject searchFunction) {
        CodecRegistry.of(thread).unregister(searchFunction);
    }

    @PythonFunction("lookup(encoding, /)")
    static PyObject lookup(ThreadState thread, String encoding) {
        return CodecRegistry.of(thread).lookup(thread, encoding);
    }

    @PythonFunction("_forget_codec(encoding, /)")
    static void forget(ThreadState thread, String encoding) {
        CodecRegistry.of(thread).forget(encoding);
    }

    @PythonFunction("encode(obj, encoding='utf-8', errors='strict')")
    static PyObject encode(ThreadState thread, PyObject object, String encoding, String errors) {
        return CodecRegistry.of(thread).encode(thread, object, encoding, errors, false);
    }

    @PythonFunction("decode(obj, encoding='utf-8', errors='strict')")
    static PyObject decode(ThreadState thread, PyObject object, String encoding, String errors) {
        return CodecRegistry.of(thread).decode(thread, object, encoding, errors, false);
    }

    @PythonFunction("register_error(errors, handler, /)")
    static void registerError(ThreadState thread, String errors, PyObject handler) {
        CodecRegistry.of(thread).registerError(errors, handler);
    }

    @PythonFunction("lookup_error(name, /)")
    static PyObject lookupError(ThreadState thread, String name) {
        return CodecRegistry.of(thread).lookupError(name);
    }

    /** The bytes of a str or of anything bytes-like: decoders of escapes take both. */
    private static byte[] bytesOfTextOrBuffer(ThreadState thread, PyObject data) {
        return data instanceof PyStr text ? Utf8.encode(thread, text, null) : Convert.toByteArray(thread, data);
    }

    @PythonFunction("readbuffer_encode(data, errors=None, /)")
    static PyObject readBufferEncode(ThreadState thread, PyObject data, String errors) {
        byte[] bytes = bytesOfTextOrBuffer(thread, data);
        return encoded(bytes, bytes.length);
    }

    @PythonFunction("escape_decode(data, errors=None, /)")
    static PyObject escapeDecode(ThreadState thread, PyObject data, String errors) {
        byte[] bytes = bytesOfTextOrBuffer(thread, data);
        return encoded(BytesEscape.decode(thread, bytes, errors), bytes.length);
    }

    @PythonFunction("escape_encode(data, errors=None, /)")
    static PyObject escapeEncode(PyBytes data, String errors) {
        return encoded(BytesEscape.encode(data.bytesUnsafe()), data.size());
    }

    @PythonFunction("unicode_escape_decode(data, errors=None, final=True, /)")
    static PyObject unicodeEscapeDecode(ThreadState thread, PyObject data, String errors, boolean isFinal) {
        return decoded(UnicodeEscape.decode(thread, bytesOfTextOrBuffer(thread, data), errors, isFinal));
    }

    @PythonFunction("raw_unicode_escape_decode(data, errors=None, final=True, /)")
    static PyObject rawUnicodeEscapeDecode(ThreadState thread, PyObject data, String errors, boolean isFinal) {
        return decoded(UnicodeEscape.decodeRaw(thread, bytesOfTextOrBuffer(thread, data), errors, isFinal));
    }

    @PythonFunction("unicode_escape_encode(str, errors=None, /)")
    static PyObject unicodeEscapeEncode(PyStr text, String errors) {
        return encoded(UnicodeEscape.encode(text), text.length());
    }

    @PythonFunction("raw_unicode_escape_encode(str, errors=None, /)")
    static PyObject rawUnicodeEscapeEncode(PyStr text, String errors) {
        return encoded(UnicodeEscape.encodeRaw(text), text.length());
    }

    @PythonFunction("charmap_build(map, /)")
    static PyObject charmapBuild(ThreadState thread, PyStr map) {
        if (PyEncodingMap.fits(map)) {
            return PyEncodingMap.of(map);
        }
        PyDict dict = new PyDict();
        for (int i = 0; i < Math.min(256, map.length()); i++) {
            dict.put(thread, PyInt.of(map.codePointAt(i)), PyInt.of(i));
        }
        return dict;
    }

    @PythonFunction("charmap_encode(str, errors=None, mapping=None, /)")
    static PyObject charmapEncode(ThreadState thread, PyStr text, String errors, PyObject mapping) {
        byte[] bytes = mapping == Singletons.NONE
                ? SingleByte.encodeLatin1(thread, text, errors)
                : Charmap.encode(thread, text, errors, mapping);
        return encoded(bytes, text.length());
    }

    @PythonFunction("charmap_decode(data, errors=None, mapping=None, /)")
    static PyObject charmapDecode(ThreadState thread, byte[] data, String errors, PyObject mapping) {
        PyStr text = mapping == Singletons.NONE
                ? SingleByte.decodeLatin1(data)
                : Charmap.decode(thread, data, errors, mapping);
        return decoded(text, data.length);
    }

    @PythonFunction("latin_1_encode(str, errors=None, /)")
    static PyObject latin1Encode(ThreadState thread, PyStr text, String errors) {
        return encoded(SingleByte.encodeLatin1(thread, text, errors), text.length());
    }

    @PythonFunction("latin_1_decode(data, errors=None, /)")
    static PyObject latin1Decode(ThreadState thread, byte[] data, String errors) {
        return decoded(SingleByte.decodeLatin1(data), data.length);
    }

    @PythonFunction("ascii_encode(str, errors=None, /)")
    static PyObject asciiEncode(ThreadState thread, PyStr text, String errors) {
        return encoded(SingleByte.encodeAscii(thread, text, errors), text.length());
    }

    @PythonFunction("ascii_decode(data, errors=None, /)")
    static PyObject asciiDecode(ThreadState thread, byte[] data, String errors) {
        return decoded(SingleByte.decodeAscii(thread, data, errors), data.length);
    }

    @PythonFunction("utf_8_encode(str, errors=None, /)")
    static PyObject utf8Encode(ThreadState thread, PyStr text, String errors) {
        return encoded(Utf8.encode(thread, text, errors), text.length());
    }

    @PythonFunction("utf_8_decode(data, errors=None, final=False, /)")
    static PyObject utf8Decode(ThreadState thread, byte[] data, String errors, boolean isFinal) {
        return decoded(Utf8.decode(thread, data, errors, isFinal));
    }

    @PythonFunction("utf_7_encode(str, errors=None, /)")
    static PyObject utf7Encode(ThreadState thread, PyStr text, String errors) {
        return encoded(Utf7.encode(text), text.length());
    }

    @PythonFunction("utf_7_decode(data, errors=None, final=False, /)")
    static PyObject utf7Decode(ThreadState thread, byte[] data, String errors, boolean isFinal) {
        return decoded(Utf7.decode(thread, data, errors, isFinal));
    }

    @PythonFunction("utf_16_encode(str, errors=None, byteorder=0, /)")
    static PyObject utf16Encode(ThreadState thread, PyStr text, String errors, int order) {
        return encoded(Utf16.encode(thread, text, errors, ByteOrder.of(order)), text.length());
    }

    @PythonFunction("utf_16_decode(data, errors=None, final=False, /)")
    static PyObject utf16Decode(ThreadState thread, byte[] data, String errors, boolean isFinal) {
        return decoded(Utf16.decode(thread, data, errors, ByteOrder.MARKED, isFinal));
    }

    @PythonFunction("utf_16_le_encode(str, errors=None, /)")
    static PyObject utf16LeEncode(ThreadState thread, PyStr text, String errors) {
        return encoded(Utf16.encode(thread, text, errors, ByteOrder.LITTLE), text.length());
    }

    @PythonFunction("utf_16_le_decode(data, errors=None, final=False, /)")
    static PyObject utf16LeDecode(ThreadState thread, byte[] data, String errors, boolean isFinal) {
        return decoded(Utf16.decode(thread, data, errors, ByteOrder.LITTLE, isFinal));
    }

    @PythonFunction("utf_16_be_encode(str, errors=None, /)")
    static PyObject utf16BeEncode(ThreadState thread, PyStr text, String errors) {
        return encoded(Utf16.encode(thread, text, errors, ByteOrder.BIG), text.length());
    }

    @PythonFunction("utf_16_be_decode(data, errors=None, final=False, /)")
    static PyObject utf16BeDecode(ThreadState thread, byte[] data, String errors, boolean isFinal) {
        return decoded(Utf16.decode(thread, data, errors, ByteOrder.BIG, isFinal));
    }

    @PythonFunction("utf_16_ex_decode(data, errors=None, byteorder=0, final=False, /)")
    static PyObject utf16ExDecode(ThreadState thread, byte[] data, String errors, int order, boolean isFinal) {
        Decoded decoded = Utf16.decode(thread, data, errors, ByteOrder.of(order), isFinal);
        return PyTuple.of(
                decoded.text(),
                PyInt.of(decoded.consumed()),
                PyInt.of(decoded.order().number()));
    }

    @PythonFunction("utf_32_encode(str, errors=None, byteorder=0, /)")
    static PyObject utf32Encode(ThreadState thread, PyStr text, String errors, int order) {
        return encoded(Utf32.encode(thread, text, errors, ByteOrder.of(order)), text.length());
    }

    @PythonFunction("utf_32_decode(data, errors=None, final=False, /)")
    static PyObject utf32Decode(ThreadState thread, byte[] data, String errors, boolean isFinal) {
        return decoded(Utf32.decode(thread, data, errors, ByteOrder.MARKED, isFinal));
    }

    @PythonFunction("utf_32_le_encode(str, errors=None, /)")
    static PyObject utf32LeEncode(ThreadState thread, PyStr text, String errors) {
        return encoded(Utf32.encode(thread, text, errors, ByteOrder.LITTLE), text.length());
    }

    @PythonFunction("utf_32_le_decode(data, errors=None, final=False, /)")
    static PyObject utf32LeDecode(ThreadState thread, byte[] data, String errors, boolean isFinal) {
        return decoded(Utf32.decode(thread, data, errors, ByteOrder.LITTLE, isFinal));
    }

    @PythonFunction("utf_32_be_encode(str, errors=None, /)")
    static PyObject utf32BeEncode(ThreadState thread, PyStr text, String errors) {
        return encoded(Utf32.encode(thread, text, errors, ByteOrder.BIG), text.length());
    }

    @PythonFunction("utf_32_be_decode(data, errors=None, final=False, /)")
    static PyObject utf32BeDecode(ThreadState thread, byte[] data, String errors, boolean isFinal) {
        return decoded(Utf32.decode(thread, data, errors, ByteOrder.BIG, isFinal));
    }

    @PythonFunction("utf_32_ex_decode(data, errors=None, byteorder=0, final=False, /)")
    static PyObject utf32ExDecode(ThreadState thread, byte[] data, String errors, int order, boolean isFinal) {
        Decoded decoded = Utf32.decode(thread, data, errors, ByteOrder.of(order), isFinal);
        return PyTuple.of(
                decoded.text(),
                PyInt.of(decoded.consumed()),
                PyInt.of(decoded.order().number()));
    }
}
