package io.syncstep.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Both ends of a TLS connection of this process to itself. The keys, made by {@code benchmarks/cold-start/keys}, lie in the
 * repository for everybody to read, since they protect nothing: nobody but a rehearsal trusts their one root, and only for as long
 * as the rehearsal takes. Each was signed by way of another authority, as those of real servers are, so that the way from a
 * certificate to its root is rehearsed, too.
 */
final class Loopback {

    /** By what a server proves who it is. Which one a real server has is its own affair. */
    enum Key {
        RSA("rsa.p12"),
        ELLIPTIC_CURVE("ec.p12");

        private final String file;

        Key(String file) {
            this.file = file;
        }
    }

    private static final char[] PASSWORD = "rehearsal".toCharArray();
    private static final String ALIAS = "loopback";

    private final TrustManager[] trusted;
    private final SSLContext context;

    Loopback(Key key) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Objects.requireNonNull(Loopback.class.getResourceAsStream(key.file), key.file)) {
            store.load(stored, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        trusted = trusting(store.getCertificateChain(ALIAS));
        context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusted, null);
    }

    /** The root alone: a certificate that is itself trusted would be followed no further. */
    private static TrustManager[] trusting(Certificate[] chain) throws IOException, GeneralSecurityException {
        KeyStore root = KeyStore.getInstance("PKCS12");
        root.load(null, null);
        root.setCertificateEntry("root", chain[chain.length - 1]);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(root);
        return trust.getTrustManagers();
    }

    /**
     * What a caller connects with, who trusts the root. A new one each time: one that is used again lets the JDK take up its last
     * session, without the certificates and most of the arithmetic of a first connection.
     */
    SSLContext caller() throws GeneralSecurityException {
        SSLContext caller = SSLContext.getInstance("TLS");
        caller.init(null, trusted, null);
        return caller;
    }

    /**
     * Has the JDK forget the certificates that it has read, which it keeps with all that it has worked out of them: those of a real
     * server it reads for the first time. Its factory forgets them when it is given nothing to read, and then says that this is
     * nothing. That is in no specification: a JDK that kept them would make a first call slower, and nothing else.
     */
    static void forgetCertificates() throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        try {
            factory.generateCertificate(null);
        } catch (CertificateException | RuntimeException nothingToRead) {
            // That was the point.
        }
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
