package org.pyvm.expose;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * {@code __new__}: a static method whose first parameters are an optional {@code ThreadState} and the {@code PyType} to make an
 * instance of.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface PythonNew {
    /** The signature without a name, {@code "($cls, iterable=(), /)"}; ignored when {@link #raw}. */
    String value() default "";

    /** Whether the method takes the arguments unbound: {@code PyObject[] args, PyStr[] names}. */
    boolean raw() default false;

    /** Whether {@code __text_signature__} of the type shows the signature. */
    boolean showSignature() default true;
}
