package org.pyvm.expose;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Exposes a field, or the result of a method without parameters, as an attribute of a Python type or module: a {@code
 * PyObject}, or a Java value that has a Python form. Fields of types must be static.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface PythonConstant {
    /** The attribute's name. */
    String value();
}
