package io.syncstep.local.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion());
        return new String[] {"syncstep " + version.orElse("(not built as a jar)")};
    }
}
