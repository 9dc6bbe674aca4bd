/**
 * How the operating system is asked: Java's own calls where there are such, {@link
 * org.pyvm.objects.host.internal.LibC} for the few others.
 */
package org.pyvm.objects.host.internal;
