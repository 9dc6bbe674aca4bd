package org.pyvm.objects.host.internal;

import java.io.FileInputStream;
import java.io.IOException;
import java.security.SecureRandom;
import org.pyvm.objects.host.Entropy;

/** The kernel's chance; reading it takes a tenth of the time that Java's classes for it need to load. */
public final class SystemEntropy implements Entropy {
    @Override
    public void fill(byte[] bytes) {
        try (FileInputStream random = new FileInputStream("/dev/urandom")) {
            if (random.readNBytes(bytes, 0, bytes.length) == bytes.length) {
                return;
            }
        } catch (IOException e) {
            new SecureRandom().nextBytes(bytes);
            return;
        }
        new SecureRandom().nextBytes(bytes);
    }
}
