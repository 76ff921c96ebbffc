package io.betterprompts.planted.auth;

import io.betterprompts.planted.history.Version;

record SeesAnotherFunction(Version version) {}
