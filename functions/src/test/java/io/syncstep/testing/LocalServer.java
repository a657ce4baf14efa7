package io.syncstep.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A real HTTP server on a free port of this machine: answers by a script, and remembers what it was asked. */
public final class LocalServer implements AutoCloseable {

    /** What came in. */
    public record Call(String method, String target, Headers headers, String body) {

        public @Nullable String header(String name) {
            return headers.getFirst(name);
        }

        /** {@code GET /syncs/1}. */
        public String line() {
            return method + " " + target;
        }
    }

    /** What goes out. */
    public record Response(int status, Map<String, String> headers, String body) {

        public static Response json(int status, String body) {
            return new Response(status, Map.of("Content-Type", "application/json"), body);
        }

        public static Response empty(int status) {
            return new Response(status, Map.of(), "");
        }

        public Response with(String header, String value) {
            return new Response(status, Map.of(header, value), body);
        }
    }

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    private LocalServer(Function<Call, Response> script) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", exchange -> answer(exchange, script));
        server.start();
    }

    public static LocalServer answering(Function<Call, Response> script) {
        return new LocalServer(script);
    }

    /** Answers in this order; the last answer holds for all further calls. */
    public static LocalServer answering(Response... inOrder) {
        Deque<Response> left = new ArrayDeque<>(Arrays.asList(inOrder));
        return new LocalServer(call -> left.size() > 1 ? left.remove() : left.element());
    }

    private void answer(HttpExchange exchange, Function<Call, Response> script) throws IOException {
        String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Call call = new Call(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders(), asked);
        calls.add(call);
        Response response = script.apply(call);
        byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
        response.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public URI uri(String path) {
        return URI.create(url() + path);
    }

    public List<Call> calls() {
        return calls;
    }

    /** The calls as {@code GET /syncs/1}, in order. */
    public List<String> lines() {
        return calls.stream().map(Call::line).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
