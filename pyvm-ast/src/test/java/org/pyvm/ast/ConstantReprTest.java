package org.pyvm.ast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pyvm.tokenizer.CodePoints;

class ConstantReprTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0",
                "-0.0",
                "1.0",
                "0.1",
                "1e-05",
                "0.0001",
                "1e+16",
                "1e+22",
                "1234567890123456.0",
                "5e-324",
                "1e-323",
                "1.5e-323",
                "2.2250738585072014e-308",
                "1.7976931348623157e+308",
                "9007199254740992.0",
                "1.2345678901234568e+17"
            })
    void floatsHaveTheFewestDigits(String text) {
        assertEquals(text, ConstantRepr.of(Double.parseDouble(text)));
    }

    @Test
    void valuesOfEveryKind() {
        assertEquals("inf", ConstantRepr.of(Double.POSITIVE_INFINITY));
        assertEquals("1j", ConstantRepr.of(new Complex(0, 1)));
        assertEquals("(-0+1j)", ConstantRepr.of(new Complex(-0.0, 1)));
        assertEquals("(1.5-2e+20j)", ConstantRepr.of(new Complex(1.5, -2e20)));
        assertEquals("18446744073709551616", ConstantRepr.of(BigInteger.ONE.shiftLeft(64)));
        assertEquals("(1, True, None)", ConstantRepr.of(List.of(1L, true, SpecialConstant.NONE)));
        assertEquals("(Ellipsis,)", ConstantRepr.of(List.of(SpecialConstant.ELLIPSIS)));
        assertEquals("()", ConstantRepr.of(List.of()));
        assertEquals("frozenset({1})", ConstantRepr.of(new FrozenConstant(List.of(1L))));
        assertEquals("b'\\x00a\\'\"\\xff\\n'", ConstantRepr.of(Bytes.of(new byte[] {0, 'a', '\'', '"', -1, '\n'})));
    }

    @Test
    void textIsShownAsFarAsItIsPrintable() {
        assertEquals("'\\ud83d\\ude00'", ConstantRepr.of(CodePoints.ofBmp("\ud83d\ude00")));
        assertEquals("'😀'", ConstantRepr.of(CodePoints.of("😀")));
        assertEquals("\"it's\"", ConstantRepr.of(CodePoints.of("it's")));
        assertEquals("'\\'\"\\\\'", ConstantRepr.of(CodePoints.of("'\"\\")));
        assertEquals("'\\t\\x7f\\xa0é\\u2028'", ConstantRepr.of(CodePoints.of("\t\u007f\u00a0é\u2028")));
    }
}
