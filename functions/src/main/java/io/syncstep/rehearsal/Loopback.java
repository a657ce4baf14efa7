package io.syncstep.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Both ends of a TLS connection of this process to itself. The key lies in the repository for everybody to read, since it
 * protects nothing: nobody but a rehearsal trusts it, and only for as long as the rehearsal takes.
 */
final class Loopback {

    /**
     * Made by {@code keytool -genkeypair -keystore loopback.p12 -storepass rehearsal -alias loopback -keyalg EC -groupname
     * secp256r1 -dname CN=localhost -ext SAN=dns:localhost -startdate 2026/01/01 -validity 36500}.
     */
    private static final String KEY = "loopback.p12";

    private static final char[] PASSWORD = "rehearsal".toCharArray();

    private final TrustManager[] trusted;
    private final SSLContext context;

    Loopback() throws IOException, GeneralSecurityException {
        KeyStore key = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Objects.requireNonNull(Loopback.class.getResourceAsStream(KEY), KEY)) {
            key.load(stored, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(key, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(key);
        trusted = trust.getTrustManagers();
        context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusted, null);
    }

    SSLContext context() {
        return context;
    }

    TrustManager[] trusted() {
        return trusted;
    }

    /** A socket on a free port. */
    SSLServerSocket open() throws IOException {
        return (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 8, InetAddress.getLoopbackAddress());
    }

    static URI uriOf(SSLServerSocket socket) {
        return URI.create("https://localhost:" + socket.getLocalPort());
    }
}
