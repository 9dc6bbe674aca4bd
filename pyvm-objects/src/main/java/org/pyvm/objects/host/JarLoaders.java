package org.pyvm.objects.host;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Class loaders for jars in a folder, one for each, so that what one brings along is not seen by another. */
public final class JarLoaders {
    private JarLoaders() {}

    /**
     * Makes the loaders, in the order of the jars' names.
     *
     * @param files where the folder is; the jars themselves are read by the JVM
     * @throws HostException when the folder cannot be read
     */
    public static List<ClassLoader> of(FileSystem files, String folder, ClassLoader parent) {
        List<ClassLoader> loaders = new ArrayList<>();
        for (String name : files.list(folder).stream().sorted().toList()) {
            if (name.endsWith(".jar")) {
                loaders.add(new URLClassLoader(name, new URL[] {url(folder + "/" + name)}, parent));
            }
        }
        return loaders;
    }

    /**
     * Makes the loader of one jar.
     *
     * @throws HostException when its folder cannot be read, or has no such jar
     */
    public static ClassLoader ofFile(FileSystem files, String jar, ClassLoader parent) {
        String path = jar.contains("/") ? jar : "./" + jar;
        int slash = path.lastIndexOf('/');
        if (!files.list(path.substring(0, slash + 1)).contains(path.substring(slash + 1))) {
            throw new HostException(Errno.ENOENT, jar);
        }
        return new URLClassLoader(jar, new URL[] {url(path)}, parent);
    }

    private static URL url(String path) {
        try {
            URI uri = Path.of(path).toUri();
            return uri.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(path, e);
        }
    }
}
