/** Tests of what the build writes for exposed types and modules. */
package org.pyvm.objects.exposed;
