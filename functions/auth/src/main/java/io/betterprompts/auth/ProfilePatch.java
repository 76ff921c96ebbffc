package io.betterprompts.auth;

import org.jspecify.annotations.Nullable;

/** What is to change of a profile; null stays as it is. */
record ProfilePatch(@Nullable String email, @Nullable String username) {}
