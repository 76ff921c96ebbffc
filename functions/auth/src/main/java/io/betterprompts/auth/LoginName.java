package io.betterprompts.auth;

/** What somebody logs in as: an e-mail or a user name. A user name has no {@code @}, so that neither is taken for the other. */
record LoginName(String text) {

    boolean isEmail() {
        return text.contains("@");
    }

    /** The one spelling by which it is unique. */
    String key() {
        return isEmail() ? new Email(text).key() : new Username(text.strip()).key();
    }
}
