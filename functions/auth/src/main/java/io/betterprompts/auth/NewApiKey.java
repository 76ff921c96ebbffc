package io.betterprompts.auth;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** An API key in the one answer that shows it. */
record NewApiKey(String key, @JsonUnwrapped ApiKeyInfo info) {

    /** Without the key. */
    @Override
    public String toString() {
        return "NewApiKey " + info.prefix();
    }
}
