package org.pyvm.modules.posix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Results of CPython 3.11's posixpath.normpath. */
class NormalizedPathTest {
    @ParameterizedTest
    @CsvSource({
        "'', .", "/, /", "//, //", "///, /", "///foo/.//bar//, /foo/bar", "//foo//bar, //foo/bar",
        "foo/../../bar, ../bar", "/../a, /a", "a/./b/.., a", "../../x, ../../x", "./, .", "a//b, a/b"
    })
    void dotsAndDoubleSlashesGo(String path, String normal) {
        assertEquals(normal, NormalizedPath.of(path));
    }
}
