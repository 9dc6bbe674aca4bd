package org.pyvm.expose;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Exposes a method as the setter of an attribute that has a {@link PythonGetter}. Its parameter is the new value, converted as
 * arguments of methods are.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface PythonSetter {
    /** The attribute's name. */
    String value();

    /** Whether {@code del} calls the method, with a null value; otherwise it raises TypeError. */
    boolean deletable() default false;
}
