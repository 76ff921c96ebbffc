package io.betterprompts.engine.select;

/** Why a technique was not used: the gate at which the nearest of its rules failed. */
public record WhyNot(String technique, Gate gate, String reason) {}
