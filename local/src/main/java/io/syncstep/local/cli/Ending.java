package io.syncstep.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.engine.Execution;
import io.syncstep.local.words.Said;
import io.syncstep.local.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The end of an execution, for a person. */
record Ending(Style style, Execution execution) {

    List<String> lines() {
        var said = Said.by(execution);
        if (said.succeeded() && said.json().has("stages")) {
            return List.of(succeededPipeline(said.json()));
        }
        var lines = new ArrayList<String>();
        lines.add(headline(said));
        said.facts().forEach(fact -> lines.add("  " + style.faint("%-8s".formatted(fact.name())) + " " + fact.text()));
        return lines;
    }

    /** All of it in one. */
    String line() {
        var said = Said.by(execution);
        return said.succeeded() ? good() + said.rows().map(rows -> ": " + rows).orElse("") : headline(said);
    }

    private String headline(Said said) {
        var head = said.succeeded() ? good() : style.bad(style.cross() + " " + error());
        return said.message().isEmpty() ? head : head + ": " + said.message();
    }

    private String good() {
        return style.good(style.check() + " Succeeded");
    }

    private String error() {
        return Words.printable(
                Optional.ofNullable(execution.error()).orElse(execution.status().name()));
    }

    private String succeededPipeline(JsonNode output) {
        var stages = output.path("stages");
        var tasks = stages.valueStream()
                .mapToInt(stage -> stage.path("tasks").size())
                .sum();
        return good()
                + ": %d tasks in %d stages of the pipeline %s"
                        .formatted(
                                tasks,
                                stages.size(),
                                Words.printable(output.path("name").asText()));
    }
}
