package io.betterprompts.enhance;

import io.betterprompts.common.http.Precondition;
import java.util.UUID;

/** The group a version is to be appended to, if the group is what the writer believes it to be. */
record NextVersion(UUID group, Precondition precondition) {}
