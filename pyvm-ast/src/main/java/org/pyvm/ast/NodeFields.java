package org.pyvm.ast;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The fields of a plugin's node, as ASDL writes them: {@code "expr test, stmt* body, identifier? name"}. It stands at a record whose
 * components are these and, last, its place, a {@link org.pyvm.tokenizer.SourceRange}; the node's name is the record's.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface NodeFields {
    /** Empty for a node without fields. */
    String value();
}
