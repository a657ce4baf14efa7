package io.syncstep.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rehearsal connects as to a real server: by way of another authority, and as if for the first time. */
class LoopbackTest {

    @ParameterizedTest
    @ValueSource(strings = {"rsa.p12", "ec.p12"})
    void aKeyIsValidOnAMachineWhoseClockIsSlow(String file) throws Exception {
        assertThat(chain(file))
                .allSatisfy(certificate ->
                        assertThat(certificate.getNotBefore()).isBefore(Instant.parse("2026-02-01T00:00:00Z")));
    }

    /** Whoever trusts the one calls the other. */
    @Test
    void bothKeysHaveOneRootAndAnAuthorityBelowIt() throws Exception {
        List<X509Certificate> rsa = chain("rsa.p12");

        assertThat(rsa).hasSize(3);
        assertThat(chain("ec.p12")).hasSize(3).endsWith(rsa.getLast());
    }

    @ParameterizedTest
    @EnumSource
    void noConnectionTakesUpTheSessionOfAnother(Loopback.Key key) throws Exception {
        Loopback loopback = new Loopback(key);
        try (SSLServerSocket listening = loopback.open()) {
            Thread.ofVirtual().start(() -> answerAll(listening));

            assertThat(sessionsAfterACall(loopback.caller(), listening)).isPositive();
            assertThat(sessionsAfterACall(loopback.caller(), listening)).isPositive();
        }
    }

    @Test
    void certificatesThatWereReadAreForgotten() throws Exception {
        byte[] encoded = chain("ec.p12").getFirst().getEncoded();
        Certificate read = read(encoded);
        assertThat(read(encoded)).isSameAs(read);

        Loopback.forgetCertificates();

        assertThat(read(encoded)).isEqualTo(read).isNotSameAs(read);
    }

    private static Certificate read(byte[] encoded) throws CertificateException {
        return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }

    /** How many sessions it could take up afterwards; before, it must have none. */
    private static int sessionsAfterACall(SSLContext caller, SSLServerSocket listening) throws IOException {
        assertThat(Collections.list(caller.getClientSessionContext().getIds())).isEmpty();
        try (Socket socket = caller.getSocketFactory().createSocket("localhost", listening.getLocalPort())) {
            assertThat(socket.getInputStream().readAllBytes()).isEqualTo(new byte[] {7});
        }
        return Collections.list(caller.getClientSessionContext().getIds()).size();
    }

    private static void answerAll(SSLServerSocket listening) {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                socket.getOutputStream().write(7);
            } catch (IOException ended) {
                // The test is over.
            }
        }
    }

    private static List<X509Certificate> chain(String file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream stored = LoopbackTest.class.getResourceAsStream(file)) {
            store.load(stored, "rehearsal".toCharArray());
        }
        return Stream.of(store.getCertificateChain("loopback"))
                .map(X509Certificate.class::cast)
                .toList();
    }
}
