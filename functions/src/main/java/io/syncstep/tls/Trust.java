package io.syncstep.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Whom the functions trust: whom the JDK trusts. Once for all clients of providers and of AWS, since each client that is left to
 * itself sorts the JDK's 150 certificates anew at its first call.
 */
public final class Trust {

    private static final TrustManager[] MANAGERS = ofTheJdk();
    private static final SSLContext CONTEXT = contextOf(MANAGERS);

    private Trust() {}

    /** For clients that want to make the rest of TLS themselves, such as those of the AWS SDK. */
    public static TrustManager[] managers() {
        return MANAGERS.clone();
    }

    /** TLS without a key of our own, and with the JDK's choice of everything else. */
    public static SSLContext context() {
        return CONTEXT;
    }

    private static TrustManager[] ofTheJdk() {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            @Nullable KeyStore whatTheJdkHas = null;
            trust.init(whatTheJdkHas);
            return trust.getTrustManagers();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("This JDK's trust store can't be read", broken);
        }
    }

    private static SSLContext contextOf(TrustManager[] managers) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers, null);
            return context;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("This JDK has no TLS", broken);
        }
    }
}
