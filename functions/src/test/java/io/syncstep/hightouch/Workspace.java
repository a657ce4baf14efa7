package io.syncstep.hightouch;

import io.syncstep.http.Api;
import io.syncstep.http.Http;
import io.syncstep.http.TimeBudget;
import io.syncstep.overview.Listed;
import io.syncstep.overview.Patience;
import io.syncstep.overview.TaskState;
import io.syncstep.sync.ProviderName;
import io.syncstep.testing.Credentials;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A workspace of Hightouch as its lists tell it, and what an overview reads from it. */
final class Workspace {

    static final String MODEL = "{\"id\":501,\"name\":\"orders\"}";
    static final String DESTINATION = "{\"id\":\"601\",\"name\":\"Salesforce\",\"type\":\"salesforce\"}";

    private Workspace() {}

    static String sync(String id, String fields) {
        return "{\"id\":\"" + id + "\",\"slug\":\"slug-" + id + "\",\"modelId\":\"501\",\"destinationId\":\"601\""
                + (fields.isEmpty() ? "" : "," + fields) + "}";
    }

    static Listed<TaskState> read(LocalServer server) {
        TimeBudget budget = new TimeBudget(Duration.ofSeconds(20));
        Credentials store = new Credentials("{\"apiKey\":\"" + HightouchServer.TOKEN
                + "\",\"workspaceSlug\":\"acme\",\"baseUrl\":\"" + server.url() + "\"}");
        Api api = new Api(
                new Http(),
                store.account(ProviderName.HIGHTOUCH, Hightouch.CREDENTIAL),
                budget,
                new SettableClock(HightouchServer.NOW));
        return new HightouchTaskList(api, new Patience(Duration.ofMillis(1), budget)).read();
    }

    static LocalServer workspace(List<String> syncs, List<String> models, List<String> destinations) {
        return LocalServer.answering(call -> switch (call.target().replaceAll("\\?.*", "")) {
            case "/syncs" -> HightouchServer.page(syncs, call.target());
            case "/models" -> silent(HightouchServer.page(models, call.target()));
            default -> silent(HightouchServer.page(destinations, call.target()));
        });
    }

    /** A page that does not say whether there are more. */
    private static Response silent(Response page) {
        return Response.json(200, page.body().replaceAll(",\"hasMore\":(true|false)", ""));
    }

    static List<String> numbered(int count, Function<Integer, String> row) {
        return IntStream.range(0, count).boxed().map(row).toList();
    }
}
