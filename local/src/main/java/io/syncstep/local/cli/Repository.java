package io.syncstep.local.cli;

import io.syncstep.local.engine.Definition;
import io.syncstep.local.engine.UnsupportedDefinition;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The repository that the program was built from. Its definitions are read at each run, so that an edited one is what runs. */
record Repository(Path root) {

    private static final String MACHINES = "statemachine";

    /** Found from the jar, {@code local/target/syncstep.jar}; else the working directory is the repository. */
    static Repository find() {
        return Stream.of(ofJar(), Path.of(""))
                .filter(root -> Files.isDirectory(root.resolve(MACHINES)))
                .findFirst()
                .map(Repository::new)
                .orElseThrow(() -> new Unusable("there is no folder " + MACHINES
                        + "/ beside the program's or in the working directory: run it inside its repository"));
    }

    private static Path ofJar() {
        try {
            var source = Main.class.getProtectionDomain().getCodeSource().getLocation();
            return Path.of(source.toURI()).resolve("../../..").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program's own place can't be told", e);
        }
    }

    /** Those that another one starts, by the name that its definition calls them. */
    Map<String, Definition> startable() {
        return Map.of("${SyncStateMachine}", machine("sync"));
    }

    /**
     * A state machine of this repository.
     *
     * @throws Unusable when it can't be read or can't be run here
     */
    Definition machine(String name) {
        var file = root.resolve(MACHINES).resolve(name + ".asl.json");
        try {
            return Definition.parse(Files.readString(file));
        } catch (IOException e) {
            throw new Unusable(file + " can't be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException | UnsupportedDefinition e) {
            throw new Unusable(file + ": " + e.getMessage(), e);
        }
    }
}
