package org.pyvm.cli.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** HotSpot never compiles a method of more than 8,000 bytes of bytecode: a loop above that ran 14 times slower. */
class MethodSizeTest {
    private static final int LIMIT = 8_000;

    @Test
    void everyMethodThatMayRunOftenCanBeCompiled() throws IOException {
        Map<String, Integer> tooBig = new TreeMap<>();
        int seen = 0;
        for (JavaClass type : Modules.CLASSES) {
            for (MethodModel method : read(type).methods()) {
                var code = method.findAttribute(Attributes.code());
                // A class is initialised once: its tables may be as long as they are.
                if (code.isPresent() && !method.methodName().equalsString("<clinit>")) {
                    seen++;
                    int size = code.get().codeLength();
                    if (size >= LIMIT) {
                        tooBig.put(type.getName() + "." + method.methodName().stringValue(), size);
                    }
                }
            }
        }
        assertTrue(seen > 100, "only " + seen + " methods were found");
        assertEquals(Map.of(), tooBig);
    }

    private static java.lang.classfile.ClassModel read(JavaClass type) throws IOException {
        String file = type.getName().replace('.', '/') + ".class";
        try (InputStream in = MethodSizeTest.class.getClassLoader().getResourceAsStream(file)) {
            return ClassFile.of().parse(in.readAllBytes());
        }
    }
}
