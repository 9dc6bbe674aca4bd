/**
 * The built-in types, one Python type a file. A type's Java class holds its data and its slots and methods; what a type
 * has many of (the methods of {@code str}, formatting) stands in classes beside it.
 */
package org.pyvm.objects.types;
