package io.syncstep.stitch;

import io.syncstep.stitch.Extractions.Listed;
import io.syncstep.sync.Run;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What is remembered of a source from one look to the next: whose it is, and which page lists it. */
final class SourceNotes {

    private static final String CLIENT_ID = "clientId";
    private static final String PAGE = "page";

    private SourceNotes() {}

    static Optional<String> clientId(Run run) {
        return Optional.ofNullable(run.notes().get(CLIENT_ID));
    }

    /** Empty while no page has shown the source. */
    static OptionalInt page(Run run) {
        String page = run.notes().get(PAGE);
        return page == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(page));
    }

    /** The run with what a look has shown. */
    static Run of(Run run, String clientId, Optional<Listed> seen) {
        Map<String, String> notes = new HashMap<>(run.notes());
        notes.put(CLIENT_ID, clientId);
        seen.map(Listed::page)
                .filter(OptionalInt::isPresent)
                .ifPresent(page -> notes.put(PAGE, String.valueOf(page.getAsInt())));
        return run.noted(notes);
    }
}
