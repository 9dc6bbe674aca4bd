package org.pyvm.expose;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Exposes a method of a {@link PythonType} as a method of the Python type. An instance method runs on the Python object; a
 * static one takes it as first parameter. The other parameters are those of the signature.
 *
 * <p>Before them a {@code ThreadState} may stand. Arguments are converted by the Java type of the parameter: {@code PyObject} as
 * is; {@code PyStr}, {@code PyInt} and the like by a type check; {@code long} and {@code int} by {@code __index__} (or as a
 * bound of a slice, see {@link SliceIndex}); {@code double} by {@code __float__}; {@code boolean} by truth; {@code String} from a
 * {@code str}; {@code PyObject[]} takes {@code *args}, {@code PyDict} takes {@code **kwargs}. A parameter that is not given has the
 * default of the signature; {@code <unrepresentable>}, or any other text in angle brackets, gives null. A default None for a
 * parameter narrower than {@code PyObject} means that None is accepted too, and gives null.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface PythonMethod {
    /**
     * The Python signature, {@code "index($self, value, start=0, /)"}, which {@code __text_signature__} shows and the build compares with
     * the Java parameters. Only a name means that there is no {@code __text_signature__}; the method is then {@link #raw}.
     */
    String value();

    /** {@code __doc__}; empty for None. */
    String doc() default "";

    /** Whether the method takes the arguments unbound: {@code PyObject[] args, PyStr[] names}. */
    boolean raw() default false;
}
