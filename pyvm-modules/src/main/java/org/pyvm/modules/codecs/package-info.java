/**
 * The modules {@code _codecs} and {@code _string}: what the standard library's {@code codecs} and {@code string} build on. The
 * encodings themselves are in {@link org.pyvm.objects.codecs}.
 */
package org.pyvm.modules.codecs;
