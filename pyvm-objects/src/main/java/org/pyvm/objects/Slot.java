package org.pyvm.objects;

import java.util.List;

/**
 * The slots of a type, named as in CPython's {@code PyTypeObject} and its method tables (chapter 4.2 of the book). Each
 * has one virtual method in {@link Slots}. {@code mp_length} is one with {@code sq_length} here.
 */
public enum Slot {
    TP_REPR("repr", "__repr__"),
    TP_HASH("hash", "__hash__"),
    TP_CALL("call", "__call__"),
    TP_STR("str", "__str__"),
    TP_GETATTRO("getAttribute", "__getattribute__", "__getattr__"),
    TP_SETATTRO("setAttribute", "__setattr__", "__delattr__"),
    TP_RICHCOMPARE("richCompare", "__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"),
    TP_ITER("iter", "__iter__"),
    TP_ITERNEXT("next", "__next__"),
    TP_DESCR_GET("descrGet", "__get__"),
    TP_DESCR_SET("descrSet", "__set__", "__delete__"),
    TP_INIT("init", "__init__"),
    TP_NEW("newInstance", "__new__"),
    TP_FINALIZE("finalizeObject", "__del__"),
    NB_ADD("add", "__add__", "__radd__"),
    NB_SUBTRACT("subtract", "__sub__", "__rsub__"),
    NB_MULTIPLY("multiply", "__mul__", "__rmul__"),
    NB_REMAINDER("remainder", "__mod__", "__rmod__"),
    NB_DIVMOD("divmod", "__divmod__", "__rdivmod__"),
    NB_POWER("power", "__pow__", "__rpow__"),
    NB_NEGATIVE("negative", "__neg__"),
    NB_POSITIVE("positive", "__pos__"),
    NB_ABSOLUTE("absolute", "__abs__"),
    NB_BOOL("isTrue", "__bool__"),
    NB_INVERT("invert", "__invert__"),
    NB_LSHIFT("lshift", "__lshift__", "__rlshift__"),
    NB_RSHIFT("rshift", "__rshift__", "__rrshift__"),
    NB_AND("and", "__and__", "__rand__"),
    NB_XOR("xor", "__xor__", "__rxor__"),
    NB_OR("or", "__or__", "__ror__"),
    NB_INT("toInt", "__int__"),
    NB_FLOAT("toFloat", "__float__"),
    NB_INPLACE_ADD("inPlaceAdd", "__iadd__"),
    NB_INPLACE_SUBTRACT("inPlaceSubtract", "__isub__"),
    NB_INPLACE_MULTIPLY("inPlaceMultiply", "__imul__"),
    NB_INPLACE_REMAINDER("inPlaceRemainder", "__imod__"),
    NB_INPLACE_POWER("inPlacePower", "__ipow__"),
    NB_INPLACE_LSHIFT("inPlaceLshift", "__ilshift__"),
    NB_INPLACE_RSHIFT("inPlaceRshift", "__irshift__"),
    NB_INPLACE_AND("inPlaceAnd", "__iand__"),
    NB_INPLACE_XOR("inPlaceXor", "__ixor__"),
    NB_INPLACE_OR("inPlaceOr", "__ior__"),
    NB_FLOOR_DIVIDE("floorDivide", "__floordiv__", "__rfloordiv__"),
    NB_TRUE_DIVIDE("trueDivide", "__truediv__", "__rtruediv__"),
    NB_INPLACE_FLOOR_DIVIDE("inPlaceFloorDivide", "__ifloordiv__"),
    NB_INPLACE_TRUE_DIVIDE("inPlaceTrueDivide", "__itruediv__"),
    NB_INDEX("index", "__index__"),
    NB_MATRIX_MULTIPLY("matrixMultiply", "__matmul__", "__rmatmul__"),
    NB_INPLACE_MATRIX_MULTIPLY("inPlaceMatrixMultiply", "__imatmul__"),
    SQ_LENGTH("length", "__len__"),
    SQ_CONCAT("concat", "__add__"),
    SQ_REPEAT("repeat", "__mul__", "__rmul__"),
    SQ_ITEM("item", "__getitem__"),
    SQ_ASS_ITEM("setItem", "__setitem__", "__delitem__"),
    SQ_CONTAINS("contains", "__contains__"),
    SQ_INPLACE_CONCAT("inPlaceConcat", "__iadd__"),
    SQ_INPLACE_REPEAT("inPlaceRepeat", "__imul__"),
    MP_SUBSCRIPT("subscript", "__getitem__"),
    MP_ASS_SUBSCRIPT("setSubscript", "__setitem__", "__delitem__"),
    AM_AWAIT("await", "__await__"),
    AM_AITER("aiter", "__aiter__"),
    AM_ANEXT("anext", "__anext__"),
    AM_SEND("send"),
    BF_GETBUFFER("buffer");

    private final String method;
    private final List<String> specialMethods;

    Slot(String method, String... specialMethods) {
        this.method = method;
        this.specialMethods = List.of(specialMethods);
    }

    /** Name of the method of {@link Slots}. */
    public String method() {
        return method;
    }

    /** The Python methods that fill it in a class, e.g. {@code __add__} and {@code __radd__}. */
    public List<String> specialMethods() {
        return specialMethods;
    }

    /** CPython's name, e.g. {@code nb_add}. */
    public String cName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
