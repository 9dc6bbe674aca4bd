package org.pyvm.expose;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Exposes a method as the getter of an attribute: no parameters beside an optional {@code ThreadState} (a static method takes the
 * object first).
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface PythonGetter {
    /** The attribute's name. */
    String value();

    /** {@code __doc__}; empty for None. */
    String doc() default "";

    /** Whether Python sees a {@code member_descriptor}, as of a field of a C structure, and not a {@code getset_descriptor}. */
    boolean member() default false;
}
