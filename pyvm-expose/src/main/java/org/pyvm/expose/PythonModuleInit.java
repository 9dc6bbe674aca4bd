package org.pyvm.expose;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method of a {@link PythonModule} that completes a new module: after all functions and constants are in the
 * namespace. Its parameters are any of {@code ThreadState}, {@code InterpreterState} and {@code PyModule}.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface PythonModuleInit {}
