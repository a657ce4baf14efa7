package io.syncstep.hightouch;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.http.Api;
import io.syncstep.http.Fields;
import io.syncstep.overview.Listed;
import io.syncstep.overview.Pages;
import io.syncstep.overview.Patience;
import io.syncstep.overview.TaskList;
import io.syncstep.overview.TaskState;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The syncs of one workspace, each with its model and destination: three lists, read once each and joined here. */
public final class HightouchTaskList implements TaskList {

    private final Api api;
    private final HightouchApi hightouch;
    private final Patience patience;

    public HightouchTaskList(Api api, Patience patience) {
        this.api = api;
        this.hightouch = new HightouchApi(api);
        this.patience = patience;
    }

    @Override
    public Listed<TaskState> read() {
        Listed<ListedSync> syncs = list("syncs", row -> ListedSync.of(row, api), ListedSync::id);
        boolean areNamed = !syncs.rows().isEmpty();
        Listed<Neighbour> models = areNamed ? neighbours("models") : Listed.nothing();
        Listed<Neighbour> destinations = areNamed ? neighbours("destinations") : Listed.nothing();
        Map<String, Neighbour> modelsById = byId(models);
        Map<String, Neighbour> destinationsById = byId(destinations);
        return syncs.map(sync -> sync.state(
                        modelsById.get(sync.modelId()),
                        destinationsById.get(sync.destinationId()),
                        Hightouch.page(api, sync.id())))
                .joinedWith(models, destinations);
    }

    private Listed<Neighbour> neighbours(String list) {
        return list(list, row -> Neighbour.of(row, api), Neighbour::id);
    }

    /** What is not needed of a row is dropped as soon as its page is there: its configuration may hold credentials. */
    private <T> Listed<T> list(String name, Function<JsonNode, T> shape, Function<T, String> id) {
        return new Pages<>(name, id, patience)
                .byOffset(offset -> hightouch.page(name, offset).map(page -> page.map(shape)));
    }

    private static Map<String, Neighbour> byId(Listed<Neighbour> neighbours) {
        return neighbours.rows().stream().collect(Collectors.toMap(Neighbour::id, Function.identity()));
    }

    /** A row's id; there is one, as others count as unreadable. */
    static String id(JsonNode row) {
        return Objects.requireNonNull(Fields.id(row, "id"));
    }
}
