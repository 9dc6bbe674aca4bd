package org.pyvm.modules.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.pyvm.objects.types.PyInt;

class TextPositionTest {
    @Test
    void aPlainPositionIsItsOwnCookie() {
        assertEquals(1234, TextPosition.at(1234, 0).toInt().longValue());
    }

    @Test
    void everyPartHasItsPlaceInTheCookie() {
        BigInteger cookie = BigInteger.valueOf(5)
                .add(BigInteger.ONE.shiftLeft(64))
                .add(BigInteger.TWO.shiftLeft(96))
                .add(BigInteger.valueOf(3).shiftLeft(128))
                .add(BigInteger.ONE.shiftLeft(160));
        TextPosition position = new TextPosition(5, 1, 2, 3, true);
        assertEquals(cookie, position.toInt().bigValue());
        assertEquals(position, TextPosition.of(PyInt.of(cookie)));
    }
}
