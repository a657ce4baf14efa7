package io.syncstep.stitch;

import io.syncstep.sync.Read;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The account's list of last extractions, one record per source.
 *
 * @param after a list that was read before says nothing
 * @param use what it is read for
 */
record Extractions(StitchApi api, String clientId, ExtractionShelf shelf, Instant after, ExtractionShelf.Use use) {

    private static final int FIRST = 1;

    /** A record, and the page that had it; empty where no page was read for it. */
    record Listed(Extraction extraction, OptionalInt page) {}

    /**
     * The record of our job where it is listed, else the source's last one; reads no further than needed.
     *
     * @param usualPage the page that had the source's record before. Records can shift, so that it may be another by now
     */
    Read<Optional<Listed>> of(String sourceId, Optional<String> jobName, OptionalInt usualPage) {
        Optional<Extraction> ended = jobName.flatMap(shelf::ended);
        if (ended.isPresent()) {
            return new Read.Got<>(ended.map(extraction -> new Listed(extraction, OptionalInt.empty())));
        }
        int begin = usualPage.orElse(FIRST);
        return page(begin).then(page -> {
            Optional<Listed> found = in(page, begin, sourceId, jobName);
            return found.isPresent() ? new Read.Got<>(found) : from(FIRST, sourceId, jobName);
        });
    }

    private Read<StitchApi.Page> page(int number) {
        return shelf.page(number, after, use, () -> api.extractions(clientId, number));
    }

    private Read<Optional<Listed>> from(int number, String sourceId, Optional<String> jobName) {
        return page(number).then(page -> {
            Optional<Listed> found = in(page, number, sourceId, jobName);
            return found.isPresent() || !page.hasNext() ? new Read.Got<>(found) : from(number + 1, sourceId, jobName);
        });
    }

    private static Optional<Listed> in(StitchApi.Page page, int number, String sourceId, Optional<String> jobName) {
        return page.extractions().stream()
                .filter(extraction ->
                        jobName.isPresent() && extraction.jobName().equals(jobName.get()))
                .findFirst()
                .or(() -> page.extractions().stream()
                        .filter(extraction -> extraction.sourceId().equals(sourceId))
                        .findFirst())
                .map(extraction -> new Listed(extraction, OptionalInt.of(number)));
    }
}
