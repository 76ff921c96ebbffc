package io.betterprompts.common.identity;

/** Whoever sent a request and proved it. */
public record Caller(UserId user, SessionId session) {}
