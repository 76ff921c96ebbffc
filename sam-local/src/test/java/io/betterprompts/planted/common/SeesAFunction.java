package io.betterprompts.planted.common;

import io.betterprompts.planted.history.Version;

record SeesAFunction(Version version) {}
