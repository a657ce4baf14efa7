package io.syncstep.local.page;

import io.syncstep.overview.AccountName;
import java.util.List;
import java.util.Optional;

/** What an address of this server shows. */
sealed interface Place {

    /** The list of all tasks. */
    record Tasks() implements Place {}

    /** One task. */
    record OneTask(AccountName account, String taskId) implements Place {

        String path() {
            return "/task/" + account + "/" + Encoded.segment(taskId);
        }
    }

    /** The runs that were started here; what is posted here starts one. */
    record AllRuns() implements Place {}

    /** One of them. */
    record OneRun(String name) implements Place {

        String path() {
            return "/runs/" + name;
        }
    }

    /** How it stands just now: a part of its page. */
    record RunNow(String name) implements Place {

        String path() {
            return "/runs/" + name + "/now";
        }
    }

    record Style() implements Place {}

    record Script() implements Place {}

    String RUNS = "/runs";
    String STYLE = "/page.css";
    String SCRIPT = "/page.js";

    /** Empty where there is nothing. */
    static Optional<Place> at(List<String> path) {
        return switch (path.size()) {
            case 0 -> Optional.of(new Tasks());
            case 1 -> single("/" + path.getFirst());
            case 2 -> path.getFirst().equals("runs") ? Optional.of(new OneRun(path.get(1))) : Optional.empty();
            case 3 ->
                path.getFirst().equals("runs") && path.get(2).equals("now")
                        ? Optional.of(new RunNow(path.get(1)))
                        : Optional.empty();
            case 4 ->
                path.getFirst().equals("task")
                        ? AccountName.parse(path.get(1) + "/" + path.get(2)).map(name -> new OneTask(name, path.get(3)))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Place> single(String path) {
        return switch (path) {
            case RUNS -> Optional.of(new AllRuns());
            case STYLE -> Optional.of(new Style());
            case SCRIPT -> Optional.of(new Script());
            default -> Optional.empty();
        };
    }
}
