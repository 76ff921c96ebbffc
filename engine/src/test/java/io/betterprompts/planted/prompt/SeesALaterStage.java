package io.betterprompts.planted.prompt;

import io.betterprompts.planted.select.Later;

record SeesALaterStage(Later later) {}
