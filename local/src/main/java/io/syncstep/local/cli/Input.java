package io.syncstep.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import picocli.CommandLine.Parameters;

/** The parameter that names what a command is about. */
final class Input {

    @Parameters(
            paramLabel = "FILE",
            description = "The request or the pipeline, as JSON in UTF-8; - for standard input.")
    private String file = "-";

    /**
     * Reads it.
     *
     * @throws Unusable when it can't be read, or is not JSON in UTF-8
     * @throws io.syncstep.sync.InvalidRequest when it is JSON that means nothing for certain
     */
    JsonNode read(InputStream standardInput) {
        return new RequestFile(file).read(standardInput);
    }
}
