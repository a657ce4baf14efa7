package io.syncstep.local.aws;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryRequest;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/**
 * Reads the history of an execution as it grows: newest first, and back to what is known, so that a look takes one call
 * however long the history is.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetExecutionHistory.html">AWS's page</a>
 */
final class GrowingHistory {

    private final SfnClient client;
    private final String execution;
    private final boolean withData;
    private long known;

    /** @param withData whether events carry inputs and outputs */
    GrowingHistory(SfnClient client, String execution, boolean withData) {
        this.client = client;
        this.execution = execution;
        this.withData = withData;
    }

    /** What was added since the last call, oldest first. */
    List<HistoryEvent> news() {
        var news = new TreeMap<Long, HistoryEvent>();
        String page = null;
        boolean caughtUp;
        do {
            var answer = client.getExecutionHistory(request(page));
            answer.events().forEach(event -> news.put(event.id(), event));
            page = answer.nextToken();
            caughtUp = news.isEmpty() || news.firstKey() <= known + 1;
        } while (page != null && !caughtUp);
        news.headMap(known, true).clear();
        known = news.isEmpty() ? known : news.lastKey();
        return List.copyOf(news.values());
    }

    private GetExecutionHistoryRequest request(@Nullable String page) {
        return GetExecutionHistoryRequest.builder()
                .executionArn(execution)
                .reverseOrder(true)
                .includeExecutionData(withData)
                .nextToken(page)
                .build();
    }
}
