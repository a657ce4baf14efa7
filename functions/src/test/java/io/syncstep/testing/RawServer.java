package io.syncstep.testing;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that may break every rule of HTTP: its script has the bare connection. */
public final class RawServer implements AutoCloseable {

    /** What the server does with each connection; the connection is closed when the script ends. */
    public interface Script {
        void talk(Connection connection) throws IOException, InterruptedException;
    }

    /** One connection, on the server's side. */
    public final class Connection {

        private final Socket socket;

        private Connection(Socket socket) {
            this.socket = socket;
        }

        /** Reads one whole request, and counts it; false when the client has hung up instead. */
        public boolean read() throws IOException {
            InputStream in = socket.getInputStream();
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    return false;
                }
                head.write(next);
            }
            Matcher length = LENGTH.matcher(head.toString(StandardCharsets.US_ASCII));
            byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
            requests.add(head.toString(StandardCharsets.US_ASCII) + new String(body, StandardCharsets.UTF_8));
            return true;
        }

        /** Takes what the client has sent so far, whatever it is: a close with something unread would be a reset. */
        public void readSome() throws IOException {
            if (socket.getInputStream().read(new byte[16_384]) < 0) {
                throw new EOFException();
            }
        }

        /** Whether the last request that was read, on whatever connection, is a POST. */
        public boolean isPost() {
            return requests.getLast().startsWith("POST ");
        }

        public boolean isGet() {
            return requests.getLast().startsWith("GET ");
        }

        public void write(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }

        /** Makes the close that follows a reset. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
        }
    }

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

    private final ServerSocket server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    public RawServer(Script script) {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(() -> accept(script));
    }

    private void accept(Script script) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> talk(script, socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Script script, Socket socket) {
        try (socket) {
            script.talk(new Connection(socket));
        } catch (IOException goneAway) {
            // The client has seen enough; what it made of that is what the test asks.
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The requests that were read whole. */
    public List<String> requests() {
        return requests;
    }

    /** How many of them were of this method. */
    public long count(String method) {
        return requests.stream()
                .filter(request -> request.startsWith(method + " "))
                .count();
    }

    /** How many connections were made. */
    public int connections() {
        return open.size();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
