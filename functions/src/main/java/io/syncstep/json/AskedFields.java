package io.syncstep.json;

import io.syncstep.sync.Asked;
import io.syncstep.sync.InvalidRequest;
import io.syncstep.sync.ProviderName;
import io.syncstep.sync.Task;
import io.syncstep.sync.Text;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The fields of a request that tell what it asks for, each read by its own rules alone. */
record AskedFields(RequestFields fields) {

    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /**
     * What an invalid request tells all the same. Nothing of what breaks a rule: it may be anything, a credential in the wrong
     * place too. Nor an account of nobody knows whom.
     */
    Asked valid() {
        Optional<ProviderName> provider = valid(this::provider);
        Optional<String> account = provider.flatMap(known -> valid(this::account));
        Optional<Task> task = provider.flatMap(known -> valid(() -> task(known)));
        return new Asked(provider.orElse(null), account.orElse(null), task.orElse(null));
    }

    /** What is wrong with it has been told by whoever read the whole request. */
    private static <T> Optional<T> valid(Supplier<T> field) {
        try {
            return Optional.of(field.get());
        } catch (InvalidRequest told) {
            return Optional.empty();
        }
    }

    ProviderName provider() {
        return fields.word("provider", ProviderName.values(), null);
    }

    String account() {
        if (!fields.has("account")) {
            return "default";
        }
        if (!ACCOUNT.matcher(fields.text("account")).matches()) {
            throw fields.invalid("account", "must match [A-Za-z0-9_-]{1,64}");
        }
        return fields.text("account");
    }

    Task task(ProviderName provider) {
        return switch (provider) {
            case HIGHTOUCH -> hightouchTask();
            case STITCH -> new Task.StitchSource(fields.required("sourceId", 1, Long.MAX_VALUE));
            case DBT -> new Task.DbtJob(fields.required("jobId", 1, Long.MAX_VALUE));
        };
    }

    private Task hightouchTask() {
        return switch (fields.exactlyOne("syncId", "syncSlug", "sequenceId")) {
            case "syncId" -> new Task.HightouchSync(fields.required("syncId", 1, Long.MAX_VALUE));
            case "syncSlug" -> new Task.HightouchSlug(slug());
            default -> new Task.HightouchSequence(sequence());
        };
    }

    private String slug() {
        String slug = fields.text("syncSlug");
        if (Text.isBlank(slug) || Text.length(slug) > 256) {
            throw fields.invalid("syncSlug", "must be a text of 1 to 256 characters, not all of them blank");
        }
        return slug;
    }

    private UUID sequence() {
        if (!UUID_TEXT.matcher(fields.text("sequenceId")).matches()) {
            throw fields.invalid("sequenceId", "must be a UUID");
        }
        return UUID.fromString(fields.text("sequenceId"));
    }
}
