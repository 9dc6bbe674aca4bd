package org.pyvm.expose;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Exposes a Java class as a built-in Python module. Each interpreter has an instance of its own, made by the constructor, which
 * takes nothing or the {@code InterpreterState}. State of the module is in its fields.
 *
 * <p>The build writes {@code XExposed}, and lists the module in the class {@code ExposedModules} of its Maven module.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PythonModule {
    /** The module's full name. */
    String value();

    /** {@code __doc__}; empty for None. */
    String doc() default "";

    /** Further classes whose annotated static methods and fields belong to the module. */
    Class<?>[] parts() default {};
}
