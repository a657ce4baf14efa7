package io.syncstep.local.aws;

import io.syncstep.local.engine.Execution;
import io.syncstep.local.engine.Listener;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.SfnException;

/**
 * Follows an execution to its end. Looks a second after something happened, and after up to four while nothing does. A look that
 * fails is repeated: it says nothing about the execution.
 */
public final class Follower {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(4);

    /** In a row, each with the repeats of the SDK: some two minutes. */
    private static final int MOST_FAILURES = 30;

    /** An execution that was just started may not be listed yet. */
    private static final int NOT_LISTED_YET = 10;

    private final SfnClient client;
    private final HistoryClock clock;
    private final Pause pause;
    private final Consumer<String> notices;

    /**
     * @param clock is set to the time of each event while it is told
     * @param notices is told, in sentences, what could not be learned besides
     */
    public Follower(SfnClient client, HistoryClock clock, Pause pause, Consumer<String> notices) {
        this.client = client;
        this.clock = clock;
        this.pause = pause;
        this.notices = notices;
    }

    /**
     * Blocks until the execution has ended, and tells the listener what happens in it.
     *
     * @param execution its ARN
     * @throws AwsTrouble when the history may not be read, or could not be read for minutes; the execution goes on
     */
    public Execution toEnd(String execution, Listener listener) throws InterruptedException {
        var history = new GrowingHistory(client, execution, true);
        var narration = new Narration(listener, new StartedTasks(client, listener, notices));
        var failures = 0;
        for (var length = SHORTEST; ; pause.take(length)) {
            try {
                var news = history.news();
                failures = 0;
                var end = tell(news, narration);
                if (end.isPresent()) {
                    return end.get();
                }
                length = news.isEmpty() ? longer(length) : SHORTEST;
            } catch (SdkException e) {
                failures++;
                if (failures == MOST_FAILURES || isFinal(e, failures)) {
                    throw new AwsTrouble(
                            "the execution can't be followed, and goes on: %s. %s".formatted(execution, e.getMessage()),
                            e);
                }
                length = longer(length);
            }
        }
    }

    private Optional<Execution> tell(List<HistoryEvent> news, Narration narration) {
        try {
            for (var event : news) {
                clock.telling(event.timestamp());
                var end = narration.tell(event);
                if (end.isPresent()) {
                    return end;
                }
            }
            return Optional.empty();
        } finally {
            clock.telling(null);
        }
    }

    private static Duration longer(Duration length) {
        var doubled = length.multipliedBy(2);
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    /** A refusal will be repeated, too. */
    private static boolean isFinal(SdkException e, int failures) {
        return e instanceof SfnException refusal
                && refusal.statusCode() < 500
                && !refusal.isThrottlingException()
                && !(refusal instanceof ExecutionDoesNotExistException && failures < NOT_LISTED_YET);
    }
}
