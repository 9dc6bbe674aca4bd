/** The operator {@code |>}: {@code x |> f(y)} is {@code f(x, y)}. */
package org.pyvm.plugins.pipe;
