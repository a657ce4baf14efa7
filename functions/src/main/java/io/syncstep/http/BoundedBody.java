package io.syncstep.http;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Reads a body up to a limit, and keeps what has come when the rest does not: the status has been told by then. */
final class BoundedBody implements BodySubscriber<BoundedBody.Body> {

    /** @param defect why the text is not the whole body, or null when it is */
    record Body(String text, @Nullable String defect) {}

    private final int limitInMb;
    private final Sink sink;
    private final CompletableFuture<Body> whole = new CompletableFuture<>();
    private int room;
    private @Nullable Subscription subscription;

    BoundedBody(int limitInMb, Sink sink) {
        this.limitInMb = limitInMb;
        this.sink = sink;
        this.room = limitInMb * Http.MB;
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
            ByteBuffer within = buffer.slice(buffer.position(), Math.min(buffer.remaining(), room));
            boolean isTooLarge = within.remaining() < buffer.remaining();
            room -= within.remaining();
            String defect = sink.take(within);
            if (isTooLarge || defect != null) {
                giveUp(isTooLarge ? "the body is larger than " + limitInMb + " MB" : defect);
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
    void giveUp(@Nullable String defect) {
        end(defect);
        Subscription open = subscription;
        if (open != null) {
            open.cancel();
        }
    }

    private void end(@Nullable String defect) {
        whole.complete(new Body(sink.text(), defect));
    }
}
