package org.pyvm.expose;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Exposes a Java class as a built-in Python type. The build writes the class {@code XExposed} beside the class {@code X}: the
 * members of the type's dictionary, and nested in it {@code SlotTable}, the slots. The class declares its type with them:
 *
 * <pre>{@code
 * public static final PyType TYPE =
 *         PyType.builtin("builtins", "list", new PyListExposed.SlotTable(), new PyListExposed());
 * }</pre>
 *
 * <p>When the Java superclass is a {@code PythonType} too, its slots are inherited, so the type must be declared with the
 * superclass's type as base.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PythonType {
    /** The name, as {@code __name__} and error texts have it. */
    String name();

    /** {@code __module__}. */
    String module() default "builtins";

    /** {@code __doc__}; empty for None. */
    String doc() default "";

    /** {@code __text_signature__}, when no constructor's signature is to be shown; empty for none. */
    String signature() default "";

    /** False when {@code __hash__} is None, as for mutable containers. */
    boolean hashable() default true;

    /** Further classes whose annotated static methods belong to the type; the first parameter is the object. */
    Class<?>[] parts() default {};
}
