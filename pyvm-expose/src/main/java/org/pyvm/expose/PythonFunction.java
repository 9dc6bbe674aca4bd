package org.pyvm.expose;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Exposes a method of a {@link PythonModule} as a function of the Python module. The parameters are as for {@link
 * PythonMethod}, without an object.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface PythonFunction {
    /**
     * The Python signature, {@code "sqrt(x, /)"}, which {@code __text_signature__} shows and the build compares with
     * the Java parameters. Only a name means that there is no {@code __text_signature__}; the method is then {@link #raw}.
     */
    String value();

    /** {@code __doc__}; empty for None. */
    String doc() default "";

    /** Whether the method takes the arguments unbound: {@code PyObject[] args, PyStr[] names}. */
    boolean raw() default false;
}
