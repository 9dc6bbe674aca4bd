/** The module {@code builtins}: functions by subject; its types are in {@code org.pyvm.objects.types}. */
package org.pyvm.modules.builtins;
