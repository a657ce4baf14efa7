package io.syncstep.rehearsal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManager;

/**
 * What a rehearsal talks to in place of a provider and of AWS: answers every call with 200 and the JSON of a script, over
 * TLS, and closes each connection, so that none is left when it ends.
 */
public final class Stage implements AutoCloseable {

    private final Loopback loopback;
    private final SSLServerSocket socket;
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
        this.loopback = new Loopback();
        this.socket = loopback.open();
        Thread.ofPlatform().daemon().name("rehearsal").start(this::serve);
    }

    /** Where it answers: {@code https://localhost:port}. */
    public URI uri() {
        return Loopback.uriOf(socket);
    }

    /** The calls so far, such as {@code GET /path}. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** Trusts the stage alone. */
    public SSLContext tls() {
        return loopback.context();
    }

    /** The same, as the AWS SDK wants it. */
    public TrustManager[] trusted() {
        return loopback.trusted();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                answer(connection);
            } catch (IOException ended) {
                // The rehearsal is over, or a caller hung up: it finds out by itself, and says so.
            }
        }
    }

    private void answer(Socket connection) throws IOException {
        InputStream in = new BufferedInputStream(connection.getInputStream());
        String line = line(in);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring("content-length:".length()).strip());
            }
        }
        in.skipNBytes(length);
        String call = line.replaceFirst("(\\?.*)? HTTP/.*", "");
        calls.add(call);
        byte[] body = script.apply(call, uri()).getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                + body.length + "\r\n\r\n";
        connection.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        connection.getOutputStream().write(body);
        connection.getOutputStream().flush();
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
        socket.close();
    }
}
