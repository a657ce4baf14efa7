package io.syncstep.http;

import io.syncstep.tls.Trust;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Sends one HTTP call and tells what came of it; it never throws for what the network does. No redirect is followed. A whole answer
 * is waited for no longer than the limit, and read up to 2 MB, a list up to 16 MB.
 *
 * <p>No call that changes something is sent twice. One that reads may reach the other side twice: the JDK's client sends a GET once
 * more, at once, when its connection is closed before any of the answer came, as one that was kept may be just then. Its switch
 * {@code jdk.httpclient.redirects.retrylimit} is for the whole program and would take that from every check whose connection had
 * idled, so it is left as it is.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/25/docs/api/java.net.http/module-summary.html">The client's properties</a>
 */
public final class Http implements AutoCloseable {

    static final int MB = 1024 * 1024;
    static final int LARGEST_MB = 2;
    static final int LARGEST_BODY = LARGEST_MB * MB;

    /** A page of a list has up to a hundred settings, or queries, of any length; little is kept of them. */
    static final int LARGEST_LIST_MB = 16;

    /** How long a connection may take. */
    static final Duration CONNECT = Duration.ofSeconds(5);

    /** Shared, as each client would leave its own threads behind for a minute: a snapshot would keep hundreds of them. */
    private static final ExecutorService WORKERS = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("http-", 1).factory());

    private final SSLContext tls;
    private final HttpClient reader;

    /** Trusts whom the JDK trusts. */
    public Http() {
        this(Trust.context());
    }

    /** Trusts others: for servers of this machine. */
    public Http(SSLContext tls) {
        this.tls = tls;
        this.reader = client();
    }

    /** Ends every call, and closes the connections that were kept. */
    @Override
    public void close() {
        reader.shutdownNow();
        reader.close();
    }

    private HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .executor(WORKERS)
                .sslContext(tls)
                .build();
    }

    /** A call that reads only: its connection may be one that was kept. */
    Reply read(HttpRequest request, Duration limit) {
        return exchange(reader, request, limit, status -> whole());
    }

    /** A call that reads a list, of which an answer that brings it holds what is wanted, and nothing else. */
    Reply readList(HttpRequest request, Duration limit, Wanted wanted) {
        return exchange(
                reader,
                request,
                limit,
                status -> status / 100 == 2 ? new BoundedBody(LARGEST_LIST_MB, new Sieve(wanted)) : whole());
    }

    private static BoundedBody whole() {
        return new BoundedBody(LARGEST_MB, new WholeText());
    }

    /**
     * A call that changes something. It gets a connection of its own: on a kept one, which the other side may just be
     * closing, it could end in doubt for nothing.
     */
    Reply write(HttpRequest request, Duration limit) {
        HttpClient fresh = client();
        try {
            return exchange(fresh, request, limit, status -> whole());
        } finally {
            fresh.shutdownNow();
        }
    }

    private static Reply exchange(
            HttpClient client, HttpRequest request, Duration limit, IntFunction<BoundedBody> reading) {
        if (limit.isNegative() || limit.isZero()) {
            return new Reply.NotSent("no time was left for the call");
        }
        AtomicReference<BoundedBody> body = new AtomicReference<>();
        CompletableFuture<HttpResponse<BoundedBody.Body>> answer = client.sendAsync(request, head -> {
            body.set(reading.apply(head.statusCode()));
            return body.get();
        });
        try {
            return answered(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            return late(answer, body.get(), limit);
        } catch (ExecutionException failure) {
            return failed(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Reply.Lost("the call was interrupted");
        }
    }

    private static Reply answered(HttpResponse<BoundedBody.Body> response) {
        BoundedBody.Body body = response.body();
        return new Reply.Answered(response.statusCode(), response.headers(), body.text(), body.defect());
    }

    /** The time is up: with a status it is an answer whose body is missing, without one it is lost. */
    private static Reply late(
            CompletableFuture<HttpResponse<BoundedBody.Body>> answer, @Nullable BoundedBody body, Duration limit) {
        String what = "no answer within " + limit.toSeconds() + " s";
        if (body == null) {
            answer.cancel(true);
            return new Reply.Lost(what);
        }
        body.giveUp("the body did not end within " + limit.toSeconds() + " s");
        try {
            return answered(answer.get(1, TimeUnit.SECONDS));
        } catch (TimeoutException | ExecutionException failure) {
            return new Reply.Lost(what);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Reply.Lost(what);
        }
    }

    private static Reply failed(ExecutionException failure) {
        return Unsent.why(failure).<Reply>map(Reply.NotSent::new).orElseGet(() -> new Reply.Lost("connection lost"));
    }
}
