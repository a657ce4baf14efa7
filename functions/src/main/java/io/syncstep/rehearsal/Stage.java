package io.syncstep.rehearsal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManager;

/**
 * What a rehearsal talks to in place of a provider and of AWS: answers every call with 200 and the JSON of a script, over
 * TLS, and over plain HTTP what Lambda has within the machine of a function. Connections are kept, as providers keep them, but
 * those of the AWS SDK: the JDK keeps them for its whole life, and none may be left when the rehearsal ends.
 */
public final class Stage implements AutoCloseable {

    private final Loopback loopback;
    private final SSLServerSocket provider;
    private final SSLServerSocket aws;
    private final ServerSocket plain;
    private final BiFunction<String, URI, String> script;
    private final List<String> calls = new CopyOnWriteArrayList<>();

    /**
     * Opens on a free port of this machine.
     *
     * @param script from a request's {@code "GET /path"}, without its query, and the address of this stage to the JSON of
     *     the answer
     */
    public Stage(BiFunction<String, URI, String> script) throws IOException, GeneralSecurityException {
        this.script = script;
        this.loopback = new Loopback(Loopback.Key.ELLIPTIC_CURVE);
        this.provider = loopback.open();
        this.aws = new Loopback(Loopback.Key.RSA).open();
        this.plain = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        for (ServerSocket socket : List.of(provider, aws, plain)) {
            Thread.ofPlatform().daemon().name("rehearsal").start(() -> serve(socket));
        }
    }

    /** Where it answers as a provider: {@code https://localhost:port}. */
    public URI uri() {
        return Loopback.uriOf(provider);
    }

    /** Where it answers as AWS: with the same, but under a key of another kind, so that both are rehearsed. */
    public URI awsUri() {
        return Loopback.uriOf(aws);
    }

    /** Where it answers without TLS, as an endpoint does that Lambda has within the machine of a function. */
    public URI plainUri() {
        return URI.create("http://localhost:" + plain.getLocalPort());
    }

    /** The calls so far, such as {@code GET /path}. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** Has the JVM forget all certificates, so that the next to connect reads those of the stage as if for the first time. */
    public static void forgetCertificates() throws GeneralSecurityException {
        Loopback.forgetCertificates();
    }

    /** Trusts the stage alone, and has never been connected to it. */
    public SSLContext tls() throws GeneralSecurityException {
        return loopback.caller();
    }

    /** The same, as the AWS SDK wants it. */
    public TrustManager[] trusted() {
        return loopback.trusted();
    }

    private void serve(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket connection = listening.accept();
                Thread.ofPlatform().daemon().name("rehearsal").start(() -> answer(connection));
            } catch (IOException ended) {
                // The rehearsal is over.
            }
        }
    }

    private void answer(Socket connection) {
        try (connection) {
            // Else the kernel holds an answer's body back for 40 ms, until its head has been acknowledged.
            connection.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(connection.getInputStream());
            while (answered(in, connection.getOutputStream())) {}
        } catch (IOException ended) {
            // The caller hung up: it finds out by itself, and says so.
        }
    }

    /** Whether the connection is kept. */
    private boolean answered(InputStream in, OutputStream out) throws IOException {
        String line = line(in);
        Map<String, String> headers = headers(in);
        in.skipNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        String call = line.replaceFirst("(\\?.*)? HTTP/.*", "");
        calls.add(call);
        boolean isKept = !headers.getOrDefault("user-agent", "").startsWith("aws-sdk-java");
        byte[] body = script.apply(call, uri()).getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + (isKept ? "" : "Connection: close\r\n")
                + "Content-Length: " + body.length + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
        return isKept;
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next == -1) {
                throw new IOException("the caller hung up");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        provider.close();
        aws.close();
        plain.close();
    }
}
