package io.syncstep.local.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.syncstep.overview.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The server of the page: on the loopback address, for its own name alone. */
public final class PageServer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(PageServer.class.getName());

    /** Nothing is loaded from elsewhere, framed, kept or guessed, whatever a provider manages to write into a page. */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; "
                    + "frame-ancestors 'none'; base-uri 'none'",
            "Cache-Control",
            "no-store",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final Site site;
    private final OwnAddress own;
    private final Door door;

    private PageServer(HttpServer server, Site site) {
        this.server = server;
        this.site = site;
        this.own = new OwnAddress(server.getAddress().getPort());
        this.door = new Door(own, site.token());
    }

    /**
     * Listens from now on.
     *
     * @param port 0 for any free one
     * @throws UncheckedIOException when it is taken
     */
    public static PageServer open(int port, Site site) {
        try {
            var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            var opened = new PageServer(HttpServer.create(new InetSocketAddress(loopback, port), 0), site);
            opened.listen();
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException("can't listen on port " + port + " of 127.0.0.1: " + e.getMessage(), e);
        }
    }

    private void listen() {
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** {@code http://127.0.0.1:7077/}. */
    public String address() {
        return own.toString();
    }

    /** What it listens on, as the system says. */
    InetAddress listensOn() {
        return server.getAddress().getAddress();
    }

    private void handle(HttpExchange http) throws IOException {
        try (http) {
            send(http, answer(http));
        }
    }

    private Answer answer(HttpExchange http) throws IOException {
        try {
            return site.answer(Asks.read(http, own), door);
        } catch (Refused refused) {
            return site.refused(refused);
        } catch (RuntimeException bug) {
            var fault = new Fault(bug);
            LOG.log(Level.SEVERE, "The making of a page ended in {0}", fault);
            return site.refused(
                    new Refused(500, "This page could not be made.", "Syncstep itself failed: " + fault.kind() + "."));
        }
    }

    private static void send(HttpExchange http, Answer answer) throws IOException {
        var headers = http.getResponseHeaders();
        HEADERS.forEach(headers::set);
        answer.headers().forEach(headers::set);
        headers.set("Content-Type", answer.type());
        var body = answer.body().getBytes(UTF_8);
        if (http.getRequestMethod().equals("HEAD")) {
            http.sendResponseHeaders(answer.status(), -1);
            return;
        }
        http.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        http.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
