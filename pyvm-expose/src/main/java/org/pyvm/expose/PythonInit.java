package org.pyvm.expose;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * {@code __init__} of a built-in type: a method that returns nothing.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface PythonInit {
    /** The signature without a name, {@code "($self, iterable=(), /)"}; ignored when {@link #raw}. */
    String value() default "";

    /** Whether the method takes the arguments unbound: {@code PyObject[] args, PyStr[] names}. */
    boolean raw() default false;

    /** Whether {@code __text_signature__} of the type shows the signature. */
    boolean showSignature() default true;
}
