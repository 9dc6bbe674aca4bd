package org.pyvm.cli.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Everything that changes hangs off an InterpreterState, so that two interpreters in one JVM never see each other: no static
 * field may be assigned twice, none may hold what can be changed.
 */
class StaticStateTest {
    /** A cell that a program can write to. */
    private static final Set<Class<?>> MUTABLE = Set.of(
            AtomicBoolean.class,
            AtomicInteger.class,
            AtomicLong.class,
            AtomicReference.class,
            LongAdder.class,
            StringBuilder.class,
            java.util.BitSet.class,
            java.util.Random.class);

    /** Collections that refuse to be changed; all others are taken to be mutable, whatever type the field declares. */
    private static final Pattern IMMUTABLE_COLLECTION = Pattern.compile(
            "java\\.util\\.("
                    + "ImmutableCollections\\$.*|Collections\\$(Unmodifiable|Empty|Singleton).*|Arrays\\$ArrayList|JumboEnumSet|RegularEnumSet)");

    /** Each with the reason why no program can tell. */
    private static final Set<String> ALLOWED = Set.of(
            // Hands out the numbers of token kinds: they differ between runs, and serve as array indexes only.
            "org.pyvm.tokenizer.TokenKind.NEXT_INDEX",
            // Equal kinds of plugins are one object, so that tables by kind do not grow with each front end. They are
            // immutable.
            "org.pyvm.tokenizer.TokenKind.PLUGINS",
            // For the code that cannot take the thread state as a parameter.
            "org.pyvm.objects.ThreadState.CURRENT",
            // Equal interned strings are one object in all interpreters, which nobody can tell: strings are immutable.
            "org.pyvm.objects.types.PyStr.POOL");

    @Test
    void staticFieldsAreFinal() {
        String violations = staticFields()
                .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                .map(JavaField::getFullName)
                .sorted()
                .collect(Collectors.joining("\n"));
        assertEquals("", violations);
    }

    @Test
    void staticArraysArePrivateOrEmpty() throws ReflectiveOperationException {
        // A table as an array is fine as long as nobody else can write to it.
        List<String> violations = new ArrayList<>();
        for (JavaField declared : staticFields().toList()) {
            if (declared.getRawType().isArray() && !declared.getModifiers().contains(JavaModifier.PRIVATE)) {
                Field field = declared.reflect();
                field.setAccessible(true);
                if (Array.getLength(field.get(null)) > 0) {
                    violations.add(declared.getFullName());
                }
            }
        }
        assertEquals("", String.join("\n", violations.stream().sorted().toList()));
    }

    @Test
    void staticFieldsHoldNothingThatCanBeChanged() throws ReflectiveOperationException {
        List<String> violations = new ArrayList<>();
        for (JavaField declared : staticFields().toList()) {
            if (ALLOWED.contains(declared.getFullName())
                    || declared.getRawType().isPrimitive()
                    || declared.getRawType().getName().equals("java.lang.String")) {
                continue;
            }
            Field field = declared.reflect();
            field.setAccessible(true);
            Object value = field.get(null);
            if (value != null && isMutable(value)) {
                violations.add(
                        declared.getFullName() + " holds a " + value.getClass().getName());
            }
        }
        assertEquals("", String.join("\n", violations.stream().sorted().toList()));
    }

    private static boolean isMutable(Object value) {
        if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
            return value.getClass().getName().startsWith("java.util.")
                    && !IMMUTABLE_COLLECTION.matcher(value.getClass().getName()).matches();
        }
        return value instanceof ThreadLocal<?> || MUTABLE.contains(value.getClass());
    }

    private static java.util.stream.Stream<JavaField> staticFields() {
        return Modules.CLASSES.stream()
                .filter(type -> !Modules.of(type).equals("expose"))
                .map(JavaClass::getFields)
                .flatMap(Set::stream)
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC)
                        && !field.getModifiers().contains(JavaModifier.SYNTHETIC));
    }
}
