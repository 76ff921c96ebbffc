package io.betterprompts.history.feedback;

/** What an estimate is about. */
record Cell(String technique, String intent, String modelClass) {}
