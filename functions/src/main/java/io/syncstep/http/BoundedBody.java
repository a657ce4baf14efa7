package io.syncstep.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Reads a body up to a limit, and keeps what has come when the rest does not: the status has been told by then. */
final class BoundedBody implements BodySubscriber<BoundedBody.Body> {

    /** @param defect why the text is not the whole body, or null when it is */
    record Body(String text, @Nullable String defect) {}

    private final int limit;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<Body> whole = new CompletableFuture<>();
    private @Nullable Subscription subscription;

    BoundedBody(int limit) {
        this.limit = limit;
    }

    @Override
    public CompletionStage<Body> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Subscription latest) {
        subscription = latest;
        latest.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] chunk = new byte[Math.min(buffer.remaining(), limit - bytes.size())];
            buffer.get(chunk);
            bytes.writeBytes(chunk);
            if (buffer.hasRemaining()) {
                giveUp("the body is larger than " + limit + " bytes");
                return;
            }
        }
    }

    @Override
    public void onError(Throwable failure) {
        end("the body was cut off");
    }

    @Override
    public void onComplete() {
        end(null);
    }

    /** Ends the reading here. The reason is noted first: a cancelled subscription reports that the body was cut off. */
    void giveUp(String defect) {
        end(defect);
        Subscription open = subscription;
        if (open != null) {
            open.cancel();
        }
    }

    private void end(@Nullable String defect) {
        whole.complete(new Body(bytes.toString(StandardCharsets.UTF_8), defect));
    }
}
