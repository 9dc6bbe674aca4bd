/**
 * The outer world as the machine sees it: clock, chance, files, environment, processes, signals, threads. All of it is
 * reached through an interpreter's {@link org.pyvm.objects.host.Host} and nowhere else.
 *
 * <p>{@link org.pyvm.objects.host.SystemHost} may do what {@code python3} may, {@link
 * org.pyvm.objects.host.DenyingHost} nothing; {@link org.pyvm.objects.host.HostBuilder} mixes. Failures are {@link
 * org.pyvm.objects.host.HostException}s.
 */
package org.pyvm.objects.host;
