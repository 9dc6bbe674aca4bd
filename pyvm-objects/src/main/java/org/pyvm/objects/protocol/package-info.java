/**
 * The abstract layer (CPython's abstract.c, chapter 8 of the book): operations on objects of any type, which find the
 * slot, call it, and raise Python's error when there is none.
 */
package org.pyvm.objects.protocol;
