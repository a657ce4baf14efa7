package io.syncstep.local.simulator.wire;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Puts answers on the wire, whole or damaged. */
final class Postman {

    /** Open at the end of the simulation; until then slow deliveries take their time. */
    private final CountDownLatch hurry = new CountDownLatch(1);

    void hurry() {
        hurry.countDown();
    }

    void deliver(HttpExchange http, Delivery delivery) throws IOException {
        try (http) {
            switch (delivery) {
                case Delivery.Whole(Reply reply) -> send(http, reply);
                case Delivery.Half(Reply reply) -> sendHalf(http, reply);
                case Delivery.Dripping(Reply reply, Duration beforeEach) -> drip(http, reply, beforeEach);
                case Delivery.Hanging(Duration atMost) -> pause(atMost);
                case Delivery.Nothing() -> {} // closing an exchange without an answer drops the connection
            }
        }
    }

    private static void send(HttpExchange http, Reply reply) throws IOException {
        byte[] body = reply.bytes();
        begin(http, reply, body.length);
        http.getResponseBody().write(body);
    }

    private static void sendHalf(HttpExchange http, Reply reply) throws IOException {
        byte[] body = reply.bytes();
        begin(http, reply, Math.max(1, body.length));
        http.getResponseBody().write(Arrays.copyOf(body, body.length / 2));
        http.getResponseBody().flush();
    }

    private void drip(HttpExchange http, Reply reply, Duration beforeEach) throws IOException {
        byte[] body = reply.bytes();
        begin(http, reply, body.length);
        OutputStream out = http.getResponseBody();
        out.flush();
        for (int i = 0; i < body.length && !pause(beforeEach); i++) {
            out.write(body[i]);
            out.flush();
        }
    }

    /** @param length of the body; the server wants -1 for none, and takes 0 for a length that it doesn't know */
    private static void begin(HttpExchange http, Reply reply, int length) throws IOException {
        reply.headers().forEach(http.getResponseHeaders()::set);
        http.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
    }

    /** True when the simulation ended meanwhile. */
    private boolean pause(Duration duration) throws IOException {
        try {
            return hurry.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while an answer was held back");
        }
    }
}
