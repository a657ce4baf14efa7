package io.syncstep.local.page;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** What the forms of this server carry and no other page can know. Made anew whenever the program starts. */
final class StartToken {

    private static final int BYTES = 32;

    private final String text;

    StartToken() {
        var random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        this.text = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Takes as long whatever is given, so that it can't be guessed piece by piece. */
    boolean is(String given) {
        return MessageDigest.isEqual(text.getBytes(US_ASCII), given.getBytes(UTF_8));
    }

    /** For a form alone. */
    String text() {
        return text;
    }
}
