package io.syncstep.stitch;

import io.syncstep.http.Api;
import io.syncstep.overview.Listed;
import io.syncstep.overview.Pages;
import io.syncstep.overview.Patience;
import io.syncstep.overview.Problem;
import io.syncstep.overview.TaskList;
import io.syncstep.overview.TaskState;
import io.syncstep.sync.SyncError;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The sources of one account, each with its last extraction: Stitch tells the two apart, in a list that is rationed. */
public final class StitchTaskList implements TaskList {

    private final Api api;
    private final StitchApi stitch;
    private final OverviewShelves shelves;
    private final Patience patience;

    /**
     * The list of one account.
     *
     * @param shelves kept over several overviews, so that together they stay within the account's budget
     */
    public StitchTaskList(Api api, OverviewShelves shelves, Patience patience) {
        this.api = api;
        this.stitch = new StitchApi(api);
        this.shelves = shelves;
        this.patience = patience;
    }

    @Override
    public Listed<TaskState> read() {
        Listed<ListedSource> sources = sources();
        Listed<Extraction> extractions = extractionsOf(sources.rows());
        Map<String, List<Extraction>> bySource =
                extractions.rows().stream().collect(Collectors.groupingBy(Extraction::sourceId));
        return sources.map(source -> source.state(
                        LastExtractions.among(bySource.getOrDefault(source.id(), List.of())), extractions.isWhole()))
                .joinedWith(extractions);
    }

    private Listed<ListedSource> sources() {
        Listed<ListedSource> all = new Pages<>("sources", ListedSource::id, patience)
                .once(() -> stitch.sources().map(entries -> entries.map(row -> ListedSource.of(row, api))));
        return new Listed<>(
                all.rows().stream().filter(source -> !source.deleted()).toList(), all.problem());
    }

    /** All sources of an account belong to one client, whose id only they tell. */
    private Listed<Extraction> extractionsOf(List<ListedSource> sources) {
        return sources.stream()
                .map(ListedSource::clientId)
                .filter(Objects::nonNull)
                .findFirst()
                .map(this::extractions)
                .orElseGet(() -> sources.isEmpty() ? Listed.nothing() : withoutClient());
    }

    private Listed<Extraction> extractions(String clientId) {
        OverviewShelf shelf = shelves.of(clientId);
        return new Pages<>("extractions", Extraction::jobName, patience)
                .byNumber(number -> shelf.page((int) number, () -> stitch.extractions(clientId, (int) number))
                        .map(page -> new Pages.Page<>(page.entries(), Pages.More.said(page.hasNext()))));
    }

    private static Listed<Extraction> withoutClient() {
        String message = "The list of extractions could not be read: no source tells its stitch_client_id.";
        return new Listed<>(List.of(), new Problem(SyncError.PROVIDER_ERROR, message));
    }
}
