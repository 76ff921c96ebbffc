package io.betterprompts.planted.prompt;

import io.betterprompts.planted.Facade;

record SeesTheFacade(Facade facade) {}
