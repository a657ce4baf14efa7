package io.syncstep.local.simulator.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** The HTTP server of one provider: reads requests, lets faults strike, sends answers, and remembers both. */
public final class Endpoint implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Clock clock;
    private final String basePath;
    private final Function<Request, Reply> provider;
    private final Faults faults = new Faults();
    private final Postman postman = new Postman();
    private final List<Exchange> exchanges = new ArrayList<>();

    private Endpoint(HttpServer server, Clock clock, String basePath, Function<Request, Reply> provider) {
        this.server = server;
        this.clock = clock;
        this.basePath = basePath;
        this.provider = provider;
    }

    /**
     * Listens from now on.
     *
     * @param port 0 for any free one
     * @param basePath what stands before every path of the provider, {@code /api/v1}; empty for nothing
     * @param provider answers a request; called from many threads at once
     * @throws UncheckedIOException naming the port, when it is taken
     */
    public static Endpoint open(
            Clock clock, InetAddress host, int port, String basePath, Function<Request, Reply> provider) {
        var address = new InetSocketAddress(host, port);
        try {
            var endpoint = new Endpoint(HttpServer.create(address, 0), clock, basePath, provider);
            endpoint.listen();
            return endpoint;
        } catch (IOException e) {
            throw new UncheckedIOException("can't listen on " + address + ": " + e.getMessage(), e);
        }
    }

    private void listen() {
        server.createContext(basePath + "/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    private void handle(HttpExchange http) throws IOException {
        Request request = Requests.read(http, clock.instant(), basePath);
        Delivery delivery = faults.striking(request)
                .map(fault -> fault.strike(() -> process(request)))
                .orElseGet(() -> new Delivery.Whole(process(request)));
        remember(Exchange.of(request, delivery.status()));
        postman.deliver(http, delivery);
    }

    /** A bug of the simulator is told to the caller: the server would only close the connection, like a fault. */
    private Reply process(Request request) {
        try {
            return provider.apply(request);
        } catch (RuntimeException bug) {
            return Reply.text(500, "The simulator itself failed on " + request.path() + ": " + bug);
        }
    }

    /** Before the answer is sent, so that whoever holds an answer finds its request here. */
    private synchronized void remember(Exchange exchange) {
        exchanges.add(exchange);
    }

    /** Every request so far, in the order of their answers. */
    public synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    public Faults faults() {
        return faults;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** A URI that reaches this endpoint from this machine, whatever address it listens on. */
    public URI uri() {
        InetAddress address = server.getAddress().getAddress();
        InetAddress reachable = address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
        String host = reachable.getHostAddress();
        String literal = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + literal + ":" + port() + basePath);
    }

    @Override
    public void close() {
        postman.hurry();
        server.stop(0);
        threads.shutdown();
    }
}
