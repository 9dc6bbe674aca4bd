package org.pyvm.expose;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Exposes a static method as a class method; its first parameter, after an optional {@code ThreadState}, is the {@code PyType}
 * that it was called on. The other parameters are as for {@link PythonMethod}.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface PythonClassMethod {
    /**
     * The Python signature, {@code "fromkeys($type, iterable, value=None, /)"}, which {@code __text_signature__} shows and the build compares with
     * the Java parameters. Only a name means that there is no {@code __text_signature__}; the method is then {@link #raw}.
     */
    String value();

    /** {@code __doc__}; empty for None. */
    String doc() default "";

    /** Whether the method takes the arguments unbound: {@code PyObject[] args, PyStr[] names}. */
    boolean raw() default false;
}
