/**
 * What Python programs see of the operating system: {@code posix}, {@code errno}, {@code pwd}, {@code fcntl} and their like. Everything goes
 * through the interpreter's {@link org.pyvm.objects.host.Host}.
 */
package org.pyvm.modules.posix;
