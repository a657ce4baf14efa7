package io.syncstep.handlers;

import io.syncstep.rehearsal.Stage;
import io.syncstep.tls.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;

/**
 * What the JVM does once, before the rounds of a rehearsal: done after them, it would make the first call wait, or undo what the rounds
 * have had compiled.
 */
final class Once {

    private Once() {}

    /** The stage has a certificate of its own. The JDK's are loaded and sorted when it is first asked about one. */
    static void askWhomTheJdkTrusts(Stage stage, Duration patience) throws IOException {
        var sockets = Trust.context().getSocketFactory();
        try (var socket = (SSLSocket)
                sockets.createSocket(stage.uri().getHost(), stage.uri().getPort())) {
            socket.setSoTimeout((int) patience.toMillis());
            socket.startHandshake();
        } catch (SSLHandshakeException refused) {
            // Nobody signed it whom anybody trusts.
        }
    }

    /**
     * AWS's runtime client keeps the connection on which it asks Lambda for the end of the restore. For that the JDK loads
     * subclasses of {@code LinkedList} and {@code ArrayDeque}; compiled code that took these for the last of their kind, TLS for one,
     * is thrown away then.
     */
    static void keepAConnection(Stage stage, Duration patience) throws IOException {
        var connection = (HttpURLConnection) stage.plainUri().toURL().openConnection();
        connection.setConnectTimeout((int) patience.toMillis());
        connection.setReadTimeout((int) patience.toMillis());
        try (InputStream answer = connection.getInputStream()) {
            answer.readAllBytes();
        } finally {
            connection.disconnect();
        }
    }
}
